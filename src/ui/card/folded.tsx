/** A list that shows its beginning and a button for the rest. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';

export interface FoldedProps<Item> {
  readonly items: readonly Item[];
  /** How many are shown before the rest folds. */
  readonly limit: number;
  /** Folds the reader has opened on this card, by name: they stay open when the reader comes back to it. */
  readonly unfolded: Set<string>;
  readonly name: string;
  /** Selects what stands for one item and can take the focus. */
  readonly item: string;
  readonly children: (shown: readonly Item[]) => ComponentChildren;
}

export function Folded<Item>({ items, limit, unfolded, name, item, children }: FoldedProps<Item>) {
  const [open, setOpen] = useState(unfolded.has(name));
  const list = useRef<HTMLDivElement>(null);
  const unfolding = useRef(false);
  // One more than the limit is not worth a button.
  const shown = open || items.length <= limit + 1 ? items : items.slice(0, limit);

  // The button goes away under the reader's finger: the first of what it brought takes the focus over.
  useLayoutEffect(() => {
    if (unfolding.current) list.current?.querySelectorAll<HTMLElement>(item)[limit]?.focus();
    unfolding.current = false;
  });

  const unfold = () => {
    unfolded.add(name);
    unfolding.current = true;
    setOpen(true);
  };
  return (
    <div ref={list}>
      {children(shown)}
      {shown.length < items.length && (
        <button type="button" class="more" onClick={unfold}>
          {TEXT.more(items.length - shown.length)}
        </button>
      )}
    </div>
  );
}
