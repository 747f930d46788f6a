/**
 * When the notes script is needed on a page: the page has notes, or words were selected. It weighs more than the mentions
 * script has to spare, so this is all of it that every page carries.
 */

import { hasHint } from '../../core/annotation/hint.ts';
import { pageKeys } from '../../core/annotation/page-key.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import { windowOf } from '../read/past-fields.ts';
import { watchSelection } from './selected.ts';

export interface NeedNotesHost {
  readonly document: Document;
  readonly worker: Pick<Calls<NotesToWorker>, 'injectNotes'>;
  readHints(): Promise<string>;
  /** The hints, where they were read a moment ago. */
  readonly hints?: string;
  /** Words were selected before this began. */
  readonly isSelected?: boolean;
  readonly signal: AbortSignal;
}

/** Brings the script in at the first need, once. */
export function watchNeedForNotes(host: NeedNotesHost): void {
  const { document, worker, readHints, hints, isSelected = false, signal } = host;
  let asked = false;
  const bring = () => {
    if (asked || globalThis.sidelightNotes) return;
    asked = true;
    // Nobody answers after the extension was updated under the page.
    worker.injectNotes(null).catch(() => {
      asked = false;
    });
  };
  const look = async (known?: string) => {
    const kept = known ?? (await readHints());
    // Most readers keep no notes, and the keys of a page are made on every page that is opened.
    if (kept === '') return;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical" i][href]')?.href ?? null;
    if (hasHint(kept, pageKeys([document.location.href, canonical]))) bring();
  };
  watchSelection(document, bring, signal);
  if (isSelected) bring();
  // What cannot be read belongs to an extension that is gone.
  const lookQuietly = (known?: string) => void look(known).catch(() => undefined);
  windowOf(document)?.navigation?.addEventListener('currententrychange', () => lookQuietly(), { signal });
  lookQuietly(hints);
}
