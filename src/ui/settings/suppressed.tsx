/** Names that the reader has said are not meant, each with its undo; and an undo of the undo, until the page is left. */
import { useEffect, useState } from 'preact/hooks';
import type { Suppression } from '../../core/settings/settings.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { inWords } from '../dates.ts';
import { SETTINGS } from '../pages/strings.ts';
import type { SectionProps } from './opening.tsx';

export interface SuppressedProps extends SectionProps {
  readonly worker: Pick<Calls<ToWorker>, 'cards'>;
}

export function Suppressed({ settings, change, worker }: SuppressedProps) {
  const { suppressed } = settings;
  const [undone, setUndone] = useState<Suppression | null>(null);
  const nameOf = useNames(
    suppressed.map(({ entity }) => entity),
    worker,
  );
  const undo = (entry: Suppression) => {
    change((now) => ({ ...now, suppressed: now.suppressed.filter((other) => !isSame(other, entry)) }));
    setUndone(entry);
  };
  const redo = (entry: Suppression) => {
    change((now) => ({
      ...now,
      suppressed: [...now.suppressed.filter((other) => !isSame(other, entry)), entry],
    }));
    setUndone(null);
  };
  return (
    <>
      <p class="note">{SETTINGS.suppressedNote}</p>
      {suppressed.length === 0 && !undone && <p class="note">{SETTINGS.noSuppressed}</p>}
      <ul class="rows">
        {suppressed.map((entry) => (
          <li key={keyOf(entry)}>
            <span>
              {SETTINGS.suppressedOn(entry.alias, nameOf(entry.entity), entry.host)}{' '}
              <span class="detail">{inWords(entry.on)}</span>
            </span>
            <button
              type="button"
              class="small"
              aria-label={SETTINGS.takeAgainFor(entry.alias, entry.host)}
              onClick={() => undo(entry)}
            >
              {SETTINGS.takeAgain}
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {undone && (
          <p class="row">
            {SETTINGS.taken}
            <button type="button" class="small" onClick={() => redo(undone)}>
              {SETTINGS.setAsideAgain}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** Names by id; the id itself for an entity that the dataset no longer has. */
function useNames(ids: readonly string[], worker: SuppressedProps['worker']): (id: string) => string {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const key = [...new Set(ids)].sort().join('\n');
  useEffect(() => {
    if (key !== '')
      worker.cards({ ids: key.split('\n').slice(0, 500) }).then(
        (cards) => setNames(new Map(cards.map(({ id, name }) => [id, name]))),
        () => undefined,
      );
  }, [key, worker]);
  return (id) => names.get(id) ?? id;
}

function isSame(a: Suppression, b: Suppression): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ alias, entity, host }: Suppression): string {
  return [alias, entity, host].join('\n');
}
