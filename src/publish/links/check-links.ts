/**
 * `dataset -- links`: fetches every source and looks for its passages; where the page is gone or says something else, the
 * archived copy is asked. Polite: one request at a time to each host, with a pause between. Resumable: each answer is a
 * line in a file as soon as it is there, and a run that was stopped goes on behind it.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Release, ReleaseSource } from '../../core/dataset/release.ts';
import type { FetchedPage } from './fetch-page.ts';
import { hasPassage } from './passage.ts';

/** `refused`: the page keeps machines out, which says nothing about people. */
export type LinkState = 'found' | 'archived' | 'changed' | 'not-text' | 'refused' | 'gone' | 'failed';

/** Whoever opens such a source does not find what is cited, and no archived copy has it either. */
const DEAD: readonly LinkState[] = ['gone', 'changed', 'failed'];
/** Answers that hold until the record changes: a later run does not ask again. */
const SETTLED: readonly LinkState[] = ['found', 'archived', 'not-text'];
/** Unauthorised, forbidden, too many requests, withheld for legal reasons (here). */
const KEPT_OUT: readonly number[] = [401, 403, 429, 451];

export interface LinkResult {
  readonly source: string;
  readonly url: string;
  readonly state: LinkState;
  /** What happened, for a person. */
  readonly detail: string;
  /** Names of passages that were not found. */
  readonly missing: readonly string[];
}

export interface LinkOptions {
  /** Where answers are kept between runs. */
  readonly stateFile: string;
  readonly fetchPage: (url: string) => Promise<FetchedPage>;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Hosts asked at the same time. */
  readonly hostsAtOnce: number;
  /** Address of the archive's capture of a page that has no recorded copy; null asks no archive. */
  readonly archiveOf: ((url: string) => string) | null;
  readonly onResult?: (done: number, all: number) => void;
}

/** Results for every source of the release, those of an earlier run included. */
export async function checkLinks(release: Release, options: LinkOptions): Promise<LinkResult[]> {
  const done = readState(options.stateFile);
  const open = release.sources.filter((source) => !done.has(key(source)));
  let finished = release.sources.length - open.length;
  const hosts = groupByHost(open);
  const queue = [...hosts.values()];
  const work = async () => {
    for (let list = queue.shift(); list; list = queue.shift()) {
      for (const [i, source] of list.entries()) {
        if (i > 0) await setTimeout(options.pause);
        const result = await checkSource(source, options);
        done.set(key(source), result);
        appendFileSync(options.stateFile, `${JSON.stringify({ key: key(source), ...result })}\n`);
        options.onResult?.(++finished, release.sources.length);
      }
    }
  };
  await Promise.all(Array.from({ length: options.hostsAtOnce }, work));
  return release.sources.flatMap((source) => done.get(key(source)) ?? []);
}

async function checkSource(source: ReleaseSource, options: LinkOptions): Promise<LinkResult> {
  const live = await look(source, source.url, options);
  if (live.state === 'found' || live.state === 'not-text') return live;
  const copy = source.archived ?? options.archiveOf?.(source.url);
  if (!copy) return live;
  const archived = await look(source, copy, options);
  if (archived.state === 'found')
    return { ...live, state: 'archived', detail: `${live.detail}; the archived copy has it`, missing: [] };
  const detail = `${live.detail}; archived copy: ${archived.detail}`;
  return archived.state === 'not-text' ? { ...live, state: 'archived', detail } : { ...live, detail };
}

async function look(source: ReleaseSource, url: string, { fetchPage }: LinkOptions): Promise<LinkResult> {
  const result = (state: LinkState, detail: string, missing: readonly string[] = []): LinkResult => ({
    source: source.id,
    url: source.url,
    state,
    detail,
    missing,
  });
  try {
    const { status, text } = await fetchPage(url);
    if (status === 404 || status === 410) return result('gone', `answers ${status}`);
    if (KEPT_OUT.includes(status)) return result('refused', `answers ${status}: read it by hand`);
    if (status >= 400) return result('failed', `answers ${status}`);
    if (text === null) return result('not-text', 'is no page of text: read it by hand');
    const missing = Object.entries(source.passages)
      .filter(([, passage]) => !hasPassage(text, passage))
      .map(([name]) => name);
    return missing.length === 0
      ? result('found', 'every passage stands')
      : result('changed', `without ${missing.join(', ')}`, missing);
  } catch (error) {
    return result('failed', reason(error));
  }
}

/** A source that changes (address, recorded copy, passages) is looked at again. */
function key({ id, url, archived, passages }: ReleaseSource): string {
  return [id, url, archived ?? [], JSON.stringify(passages)].flat().join(' ');
}

/** Settled answers of an earlier run. A line cut short by a crash is dropped. */
function readState(file: string): Map<string, LinkResult> {
  if (!existsSync(file)) {
    writeFileSync(file, '');
    return new Map();
  }
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): [string, LinkResult][] => {
      try {
        const { key: name, ...result } = JSON.parse(line);
        return SETTLED.includes(result.state) ? [[name, result]] : [];
      } catch {
        return [];
      }
    });
  return new Map(entries);
}

function groupByHost(sources: readonly ReleaseSource[]): Map<string, ReleaseSource[]> {
  const hosts = new Map<string, ReleaseSource[]>();
  for (const source of sources) {
    const { host } = new URL(source.url);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  return hosts;
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}

/** Sources that nobody can check any more: neither the page nor an archived copy has what is cited. */
export function deadLinks(results: readonly LinkResult[]): LinkResult[] {
  return results.filter(({ state }) => DEAD.includes(state));
}

/** What a maintainer has to look at, worst first, and a line of counts. */
export function describeLinks(results: readonly LinkResult[]): string {
  const order: LinkState[] = [...DEAD, 'refused', 'archived', 'not-text'];
  const lines = order.flatMap((state) =>
    results
      .filter((result) => result.state === state)
      .map((result) => `${state.padEnd(9)} ${result.source}  ${result.url}\n          ${result.detail}`),
  );
  const counts = ['found', ...order].map(
    (state) => `${results.filter((result) => result.state === state).length} ${state}`,
  );
  const dead = deadLinks(results).length;
  const verdict = dead === 0 ? [] : [`${dead} dead: neither the page nor an archived copy has what is cited`];
  return [...lines, counts.join(', '), ...verdict].join('\n');
}
