/** A titled list of statements; long ones fold. */
import { useState } from 'preact/hooks';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import { TEXT } from '../strings.ts';
import { Statement, type StatementLinks } from './statement.tsx';

/** Shown before the rest folds. One more than that is not worth a button. */
const SHOWN = 5;

export interface StatementGroupProps extends StatementLinks {
  readonly title: string;
  readonly aside?: string;
  readonly note?: string;
  /** What to say when there is nothing; without it an empty group is left out. */
  readonly empty?: string;
  readonly placed: readonly PlacedStatement[];
}

export function StatementGroup({ title, aside, note, empty, placed, ...links }: StatementGroupProps) {
  const [all, setAll] = useState(false);
  if (placed.length === 0 && empty === undefined) return null;
  const shown = all || placed.length <= SHOWN + 1 ? placed : placed.slice(0, SHOWN);
  return (
    <section>
      <h2>
        {title}
        {aside && placed.length > 1 && <span class="aside"> {aside}</span>}
      </h2>
      {note && <p class="note">{note}</p>}
      {placed.length === 0 && <p class="note">{empty}</p>}
      <ol class="statements">
        {shown.map((item) => (
          <Statement key={item.statement.id} placed={item} {...links} />
        ))}
      </ol>
      {shown.length < placed.length && (
        <button type="button" class="more" onClick={() => setAll(true)}>
          {TEXT.more(placed.length - shown.length)}
        </button>
      )}
    </section>
  );
}
