/** Choose two names, and see the shortest sourced way between them. */
import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { Select } from '../pages/select.tsx';
import { PANEL } from '../pages/strings.ts';
import { LinkLine } from './link-line.tsx';
import type { Link } from './links.ts';

export interface PathFinderProps {
  readonly cards: readonly Card[];
  readonly worker: Pick<Calls<ToWorker>, 'path' | 'cards'>;
  /** Chosen ids; empty for none yet. */
  readonly from: string;
  readonly to: string;
  readonly setFrom: (id: string) => void;
  readonly setTo: (id: string) => void;
  readonly path: readonly string[];
  /** Relations behind each step of the path. */
  readonly steps: readonly (readonly Link[])[];
  readonly guests: ReadonlySet<string>;
  readonly onFound: (path: readonly string[], cards: readonly Card[]) => void;
}

type State = 'none' | 'same' | 'asking' | 'found' | 'no-path' | 'failed';

export function PathFinder(props: PathFinderProps) {
  const { cards, from, to, setFrom, setTo, path, steps, guests } = props;
  const state = usePath(props);
  const guestNames = [...new Set(steps.flat().flatMap((link) => [link.from, link.to]))].filter(({ id }) =>
    guests.has(id),
  );
  return (
    <div class="path">
      <h3 id="find-path">{PANEL.findPath}</h3>
      <p class="note">{PANEL.findPathNote}</p>
      <fieldset aria-labelledby="find-path">
        <Choice label={PANEL.from} value={from} set={setFrom} cards={cards} />
        <Choice label={PANEL.to} value={to} set={setTo} cards={cards} />
      </fieldset>
      <div aria-live="polite">
        {state === 'same' && <p class="note">{PANEL.same}</p>}
        {state === 'no-path' && <p class="note">{PANEL.noPath}</p>}
        {state === 'failed' && <p class="note">{PANEL.failed}</p>}
        {state === 'found' && path.length > 1 && (
          <>
            <p class="note">{PANEL.steps(path.length - 1)}</p>
            <ol class="lines steps">
              {steps.map((links, i) => (
                <li key={path[i]}>
                  {links.map((link) => (
                    <LinkLine key={link.key} link={link} />
                  ))}
                </li>
              ))}
            </ol>
            {guestNames.map(({ id, name }, i, list) =>
              list.findIndex((other) => other.id === id) === i ? (
                <p key={id} class="note">
                  {name}: {PANEL.notNamed}
                </p>
              ) : null,
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly set: (id: string) => void;
  readonly cards: readonly Card[];
}

function Choice({ label, value, set, cards }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <Select
        value={value}
        options={[['', PANEL.choose], ...cards.map(({ id, name }) => [id, name] as const)]}
        set={set}
      />
    </label>
  );
}

/** Asks the worker whenever two names are chosen; late answers to earlier questions are dropped. */
function usePath({ worker, from, to, cards, onFound }: PathFinderProps): State {
  const [state, setState] = useState<State>('none');
  // Asked anew for another choice, not for another drawing of it.
  useEffect(() => {
    let isLate = false;
    const settle = (next: State, path: readonly string[] = [], found: readonly Card[] = []) => {
      if (isLate) return;
      setState(next);
      onFound(path, found);
    };
    const ask = async () => {
      const path = await worker.path({ from, to, preferred: cards.map(({ id }) => id) });
      if (!path) return settle('no-path');
      settle('found', path, await worker.cards({ ids: path }));
    };
    if (from === '' || to === '') settle('none');
    else if (from === to) settle('same');
    else {
      setState('asking');
      ask().catch(() => settle('failed'));
    }
    return () => {
      isLate = true;
    };
  }, [worker, from, to]);
  return state;
}
