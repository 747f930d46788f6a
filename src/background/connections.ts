/** Ways between two entities of the current release. Who is connected with whom is kept for the worker's life, per release. */
import { type Neighbours, neighboursOf, shortestPath } from '../core/dataset/paths.ts';
import type { ReleaseStore } from '../storage/releases.ts';

export interface Connections {
  /** Ids of the shortest sourced way, both ends included; null when there is none. */
  path(from: string, to: string, preferred: readonly string[]): Promise<readonly string[] | null>;
}

export function createConnections(store: Pick<ReleaseStore, 'current' | 'entities'>): Connections {
  let kept: { readonly release: string; readonly neighbours: Promise<Neighbours> } | null = null;
  const neighboursNow = async (release: string) => {
    if (kept?.release !== release) {
      const neighbours = store.entities().then(neighboursOf);
      kept = { release, neighbours };
      neighbours.catch(() => {
        kept = null;
      });
    }
    return kept.neighbours;
  };
  return {
    async path(from, to, preferred) {
      const current = await store.current();
      if (!current) return null;
      const live = (id: string) => current.header.redirects[id] ?? id;
      return shortestPath(await neighboursNow(current.key), live(from), live(to), new Set(preferred));
    },
  };
}
