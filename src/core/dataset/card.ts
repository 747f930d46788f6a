/** The card: everything about one entity that a reader may want, joined from the release so that showing it needs no look-up. */
import type { LocalText, ReleaseEntity, ReleaseSource, ReleaseStatement, SourceRef } from './release.ts';
import type { UpdateStatus } from './update-status.ts';
import type { Kind } from './vocabulary.ts';

export interface CardSource {
  readonly url: string;
  readonly title: string | null;
  readonly publisher: string;
  readonly origin?: string | undefined;
  readonly lang: string;
  readonly published: string | null;
  readonly archived: string | null;
  readonly interest?: ReleaseSource['interest'];
  readonly weak: boolean;
  /** First and last words of the supporting passage; null when the source has none on record. */
  readonly passage: { readonly start: string; readonly end: string } | null;
}

export type CardStatement = Omit<ReleaseStatement, 'sources'> & { readonly sources: readonly CardSource[] };

export interface CardRelation {
  readonly type: ReleaseEntity['relations'][number]['type'];
  readonly target: { readonly id: string; readonly name: string; readonly kind: Kind };
  /** True when the relation is recorded on the other entity and read backwards here. */
  readonly inverse: boolean;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: string | undefined;
  readonly sources: readonly CardSource[];
}

export interface CardLawState {
  readonly state: ReleaseEntity['states'][number]['state'];
  readonly date: string;
  readonly jurisdiction?: string | undefined;
  readonly part?: string | undefined;
  readonly note?: string | undefined;
  readonly sources: readonly CardSource[];
}

export interface Card {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly summary: LocalText;
  readonly places: readonly string[];
  readonly citation?: string | undefined;
  readonly reviewed: string;
  readonly statements: readonly CardStatement[];
  readonly states: readonly CardLawState[];
  readonly relations: readonly CardRelation[];
  /** Statements kept back because they did not pass the dataset's gates. */
  readonly withheld: number;
  readonly datasetVersion: string;
  /** How updates of its dataset are doing, where a reader should know; absent when all is well. */
  readonly updates?: UpdateStatus;
  /** The dataset that the reader added, where the card comes from one; absent for the core dataset. */
  readonly dataset?: CardDataset;
  /** Added datasets that have an entity of the same name. */
  readonly alsoIn?: readonly { readonly id: string; readonly name: string; readonly dataset: CardDataset }[];
}

export interface CardDataset {
  readonly id: string;
  readonly label: string;
  /** `#rrggbb` */
  readonly colour: string;
}

/** Look-ups that assembling needs; the worker answers them from the database, Node from the release in memory. */
export interface CardParts {
  readonly version: string;
  readonly entity: ReleaseEntity;
  readonly statements: readonly ReleaseStatement[];
  /** Relations of other entities that point here. */
  readonly incoming: readonly {
    readonly from: ReleaseEntity;
    readonly relation: ReleaseEntity['relations'][number];
  }[];
  source(id: string): ReleaseSource | undefined;
  entityById(id: string): { readonly id: string; readonly name: string; readonly kind: Kind } | undefined;
}

/**
 * Joins one card. A source or target that cannot be found is left out rather than shown as a blank, and what has no source at
 * all is not shown: releases like that are refused (release.ts), but a store may be damaged.
 */
export function assembleCard(parts: CardParts): Card {
  const { entity } = parts;
  const sources = (refs: readonly SourceRef[]) => refs.flatMap((ref) => cardSource(parts, ref));
  const sourced = <Row extends { readonly sources: readonly SourceRef[] }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, sources: sources(row.sources) })).filter((row) => row.sources.length > 0);
  const outgoing = sourced(entity.relations).flatMap(({ target, ...relation }): CardRelation[] => {
    const found = parts.entityById(target);
    return found ? [{ ...relation, target: pick(found), inverse: false }] : [];
  });
  const incoming = parts.incoming.flatMap(({ from, relation }) =>
    sourced([relation]).map(({ target: _, ...rest }): CardRelation => {
      return { ...rest, target: pick(from), inverse: true };
    }),
  );
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    summary: entity.summary,
    places: entity.places,
    ...(entity.citation === undefined ? {} : { citation: entity.citation }),
    reviewed: entity.reviewed,
    statements: sourced(parts.statements),
    states: sourced(entity.states),
    relations: [...outgoing, ...incoming],
    withheld: entity.withheld,
    datasetVersion: parts.version,
  };
}

function cardSource(parts: CardParts, ref: SourceRef): CardSource[] {
  const source = parts.source(ref.source);
  if (!source) return [];
  const { url, title, publisher, origin, lang, published, archived, interest, weak } = source;
  const passage = source.passages[ref.passage] ?? null;
  return [{ url, title, publisher, origin, lang, published, archived, interest, weak, passage }];
}

function pick({ id, name, kind }: { id: string; name: string; kind: Kind }) {
  return { id, name, kind };
}
