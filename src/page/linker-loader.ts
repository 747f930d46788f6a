/** Brings the engine to the page: the compiled index from storage, or, where it is too large for pages, the worker's. */
import { openIndex } from '../core/linking/index-bytes.ts';
import { openRules } from '../core/linking/rules-bytes.ts';
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { createLocalLinker, createWorkerLinker, type TextLinker } from './text-linker.ts';

/** The stored index, its bytes decoded. */
export interface LoadedIndex {
  /** Null when the worker keeps them. */
  readonly bytes: { readonly index: ArrayBuffer; readonly rules: ArrayBuffer } | null;
}

/**
 * `read` gets the stored index. One that is missing, of another layout or damaged is asked for once more after the worker
 * has repaired it; then there is none, and nothing is marked.
 */
export function createLinkerLoader(
  read: () => Promise<LoadedIndex | null>,
  worker: Pick<Calls<ToWorker>, 'repairIndex' | 'linkText'>,
): () => Promise<TextLinker | null> {
  const open = async (): Promise<TextLinker | null> => {
    const stored = await read();
    if (!stored) return null;
    const { bytes } = stored;
    if (bytes === null) return createWorkerLinker(worker);
    try {
      return createLocalLinker({ rules: openRules(bytes.rules), index: openIndex(bytes.index) });
    } catch (error) {
      console.warn('sidelight: the stored index cannot be used and is rebuilt', error);
      return null;
    }
  };
  return async () => {
    const linker = await open();
    if (linker) return linker;
    await worker.repairIndex(null);
    return open();
  };
}
