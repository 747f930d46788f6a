/** Brings the compiled index from storage to the page: bytes decoded once, views opened, damage answered by a rebuild. */
import { openIndex } from '../core/linking/index-bytes.ts';
import type { Linker } from '../core/linking/link.ts';
import type { LinkRules } from '../core/linking/rules.ts';

/** The stored index, its bytes decoded. */
export interface LoadedIndex {
  readonly bytes: ArrayBuffer;
  readonly rules: LinkRules;
}

/**
 * `read` gets the stored index; `rebuild` asks the worker to make sure there is a good one. An index that is missing,
 * of another layout or damaged is asked for once more after a rebuild; then there is none, and nothing is marked.
 */
export function createLinkerLoader(
  read: () => Promise<LoadedIndex | null>,
  rebuild: () => Promise<unknown>,
): () => Promise<Linker | null> {
  const open = async (): Promise<Linker | null> => {
    const stored = await read();
    if (!stored) return null;
    try {
      return { rules: stored.rules, index: openIndex(stored.bytes) };
    } catch (error) {
      console.warn('sidelight: the stored index cannot be used and is rebuilt', error);
      return null;
    }
  };
  return async () => {
    const linker = await open();
    if (linker) return linker;
    await rebuild();
    return open();
  };
}
