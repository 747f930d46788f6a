/** What the report on a dataset says, before it is drawn. The same dataset and day give the same report. */
import type { Release, ReleaseStatement } from '../../core/dataset/release.ts';
import { overdueDays } from '../../core/dataset/review.ts';
import type { LoadedDataset } from '../load.ts';
import { releaseStats, type Stats } from '../stats.ts';

export interface DatasetReport {
  readonly today: string;
  readonly stats: Stats;
  readonly drafts: number;
  /** Entities by place, most first. */
  readonly places: readonly (readonly [string, number])[];
  /** Statements by the year of the event, and by the year in which they became known. */
  readonly years: readonly { readonly year: number; readonly happened: number; readonly known: number }[];
  /** Sources by publisher, most first. */
  readonly publishers: readonly (readonly [string, number])[];
  /** Allegations by the place of the entity they are about, and how many were answered. */
  readonly allegations: readonly {
    readonly place: string;
    readonly all: number;
    readonly answered: number;
    readonly searched: number;
  }[];
  /** Records whose review is due, most overdue first. */
  readonly stale: readonly { readonly id: string; readonly reviewed: string; readonly days: number }[];
  /** Statements that could stand better: one publisher only, or no dated source. */
  readonly weak: readonly { readonly id: string; readonly why: string }[];
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly type: string }[];
}

/** `today` is YYYY-MM-DD. */
export function makeReport(dataset: LoadedDataset, release: Release, today: string): DatasetReport {
  return {
    today,
    stats: releaseStats(release),
    drafts: dataset.drafts.reduce((sum, { record }) => sum + record.statements.length, 0),
    places: ranked(release.entities.flatMap((entity) => entity.places)),
    years: byYear(release.statements),
    publishers: ranked(release.sources.map((source) => source.publisher)),
    allegations: allegationsByPlace(release),
    stale: dataset.entities
      .map((file) => ({
        id: file.record.id,
        reviewed: file.record.reviewed,
        days: overdueDays(file.record, today),
      }))
      .filter(({ days }) => days > 0)
      .sort((a, b) => b.days - a.days),
    weak: weakStatements(release),
    nodes: release.entities.map(({ id, name, kind }) => ({ id, name, kind })),
    edges: release.entities.flatMap((entity) =>
      entity.relations.map(({ type, target }) => ({ from: entity.id, to: target, type })),
    ),
  };
}

function byYear(statements: readonly ReleaseStatement[]): DatasetReport['years'] {
  const happened = new Map(ranked(statements.flatMap((s) => yearOf(eventDay(s)))));
  const known = new Map(ranked(statements.flatMap((s) => yearOf(s.known))));
  const years = [...happened.keys(), ...known.keys()].map(Number);
  if (years.length === 0) return [];
  const first = Math.max(1995, Math.min(...years));
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
    const year = String(first + i);
    return { year: first + i, happened: happened.get(year) ?? 0, known: known.get(year) ?? 0 };
  });
}

function eventDay({ event }: ReleaseStatement): string | null {
  return (typeof event === 'object' ? (event.from ?? event.to) : event) ?? null;
}

function yearOf(date: string | null): string[] {
  return date === null ? [] : [date.slice(0, 4)];
}

function allegationsByPlace(release: Release): DatasetReport['allegations'] {
  const places = new Map(release.entities.map(({ id, places: list }) => [id, list]));
  const answered = new Set(release.statements.flatMap((s) => s.answers));
  const rows = new Map<string, { place: string; all: number; answered: number; searched: number }>();
  for (const statement of release.statements.filter((s) => s.allegation)) {
    const owner = statement.id.split('/')[0] ?? '';
    for (const place of places.get(owner) ?? []) {
      const row = rows.get(place) ?? { place, all: 0, answered: 0, searched: 0 };
      row.all++;
      if (answered.has(statement.id)) row.answered++;
      else if (statement.noReplyFound !== undefined) row.searched++;
      rows.set(place, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.all - a.all || (a.place < b.place ? -1 : 1));
}

function weakStatements(release: Release): DatasetReport['weak'] {
  const sources = new Map(release.sources.map((source) => [source.id, source]));
  return release.statements.flatMap(({ id, known, sources: refs, allegation }) => {
    const strong = refs.flatMap(({ source }) => {
      const found = sources.get(source);
      return found && !found.weak ? [found.origin ?? found.publisher] : [];
    });
    const why = [
      allegation && new Set(strong).size < 2 ? 'allegation from one house' : '',
      known === null ? 'no dated source' : '',
    ].filter((reason) => reason !== '');
    return why.length > 0 ? [{ id, why: why.join(', ') }] : [];
  });
}

function ranked(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
