/** A click on a marked passage opens its note; links, mentions and selecting go first. */
import { mentionAt } from '../marks/hit-test.ts';
import type { AnchoredNote } from './anchoring.ts';
import type { NotesSession } from './notes-session.ts';
import { selectedRange } from './selected-range.ts';

type Attached = AnchoredNote & { readonly range: StaticRange };

export function openOnClick(document: Document, session: NotesSession, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || event.defaultPrevented || selectedRange(document)) return;
      if ((event.target as Element | null)?.closest?.('a[href], button, summary, label, input')) return;
      const attached = session.anchored().filter((item): item is Attached => item.range !== null);
      if (attached.length === 0) return;
      const { clientX: x, clientY: y } = event;
      const mentions = globalThis.sidelightMentions?.() ?? [];
      if (mentions.length > 0 && mentionAt(document, mentions, x, y)) return;
      const hit = mentionAt(document, inReadingOrder(attached), x, y);
      if (hit) session.show(hit.note.id);
    },
    { signal, capture: true },
  );
}

function inReadingOrder(notes: readonly Attached[]): Attached[] {
  return [...notes].sort((a, b) => {
    const { startContainer: left, startOffset: from } = a.range;
    const { startContainer: right, startOffset: to } = b.range;
    if (left === right) return from - to;
    return left.compareDocumentPosition(right) & 4 ? -1 : 1;
  });
}
