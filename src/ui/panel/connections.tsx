/** How what is named on the page is connected: the picture, the same in words, and the way between any two. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { Folded } from '../card/folded.tsx';
import { PANEL } from '../pages/strings.ts';
import { LinkLine } from './link-line.tsx';
import { type End, type Link, linksAlong, linksAmong, touches } from './links.ts';
import { PathFinder } from './path-finder.tsx';
import { Picture } from './picture.tsx';

export interface ConnectionsProps {
  /** Cards of what the page names. */
  readonly cards: readonly Card[];
  readonly worker: Pick<Calls<ToWorker>, 'path' | 'cards'>;
}

/** Lines of the list before the rest folds. */
const LIMIT = 6;
/** More names than this make a picture that nobody can read: those with most connections stay. */
const MOST_NAMES = 26;

export function Connections({ cards, worker }: ConnectionsProps) {
  const [guests, setGuests] = useState<readonly Card[]>([]);
  const [path, setPath] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const unfolded = useRef(new Set<string>()).current;

  const links = useMemo(() => linksAmong(cards), [cards]);
  const { all, ends, drawn } = useShown(cards, guests, path);
  const guestIds = useMemo(() => new Set(guests.map(({ id }) => id)), [guests]);
  // By what the picture draws: a way brings names with it that connect others of the page.
  const alone = cards.filter(({ id }) => !all.some((link) => touches(link, id)));
  const chosenEnd = ends.find(({ id }) => id === chosen);

  const showPath = (ids: readonly string[], found: readonly Card[]) => {
    const own = new Set(cards.map(({ id }) => id));
    setGuests(found.filter(({ id }) => !own.has(id)));
    setPath(ids);
  };
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">{PANEL.connections}</h2>
      <div ref={box} class="picture-box">
        {ends.length > 0 && (
          <>
            <Picture
              ends={ends}
              links={drawn}
              width={width}
              guests={guestIds}
              path={path}
              chosen={chosen}
              choose={(id) => setChosen(id === chosen ? null : id)}
            />
            {!chosenEnd && <p class="note">{PANEL.pictureHint}</p>}
          </>
        )}
      </div>
      <div aria-live="polite">
        {chosenEnd && (
          <Chosen end={chosenEnd} links={drawn.filter((link) => touches(link, chosenEnd.id))}>
            <button type="button" class="small" onClick={() => setFrom(chosenEnd.id)}>
              {PANEL.fromHere}
            </button>
            <button type="button" class="small" onClick={() => setTo(chosenEnd.id)}>
              {PANEL.toHere}
            </button>
          </Chosen>
        )}
      </div>
      {all.length === 0 && <p class="note">{PANEL.noConnections}</p>}
      {all.length > 0 && alone.length > 0 && (
        <p class="note">{PANEL.alone(alone.map(({ name }) => name).join(', '))}</p>
      )}
      {links.length > 0 && (
        <>
          <h3>{PANEL.asList}</h3>
          <Folded items={links} limit={LIMIT} unfolded={unfolded} name="links" item="a">
            {(shown) => <Lines links={shown} />}
          </Folded>
        </>
      )}
      {cards.length > 1 && (
        <PathFinder
          cards={cards}
          worker={worker}
          from={from}
          to={to}
          setFrom={setFrom}
          setTo={setTo}
          steps={linksAlong(path, all)}
          path={path}
          guests={guestIds}
          onFound={showPath}
        />
      )}
    </section>
  );
}

function Lines({ links }: { readonly links: readonly Link[] }) {
  return (
    <ul class="lines">
      {links.map((link) => (
        <li key={link.key}>
          <LinkLine link={link} />
        </li>
      ))}
    </ul>
  );
}

interface ChosenProps {
  readonly end: End;
  readonly links: readonly Link[];
  readonly children: preact.ComponentChildren;
}

function Chosen({ end, links, children }: ChosenProps) {
  return (
    <div class="chosen">
      <h3>{end.name}</h3>
      <Lines links={links} />
      <p class="row">{children}</p>
    </div>
  );
}

/** What the picture has room for, of the page’s own names and the guests that came with a way. */
function useShown(cards: readonly Card[], guests: readonly Card[], path: readonly string[]) {
  const all = useMemo(() => linksAmong([...cards, ...guests]), [cards, guests]);
  const ends = useMemo(() => shownEnds([...cards, ...guests], all, path), [cards, guests, all, path]);
  const drawn = useMemo(() => {
    const ids = new Set(ends.map(({ id }) => id));
    return all.filter((link) => ids.has(link.from.id) && ids.has(link.to.id));
  }, [all, ends]);
  return { all, ends, drawn };
}

/** What is connected, most connected first; all of a way that is shown. */
function shownEnds(cards: readonly Card[], links: readonly Link[], path: readonly string[]): End[] {
  const degree = (id: string) => links.filter((link) => touches(link, id)).length;
  return cards
    .map(({ id, name, kind }) => ({ id, name, kind, weight: path.includes(id) ? 1e6 : degree(id) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_NAMES)
    .map(({ weight: _, ...end }) => end);
}

const FIRST_WIDTH = 320;

function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
