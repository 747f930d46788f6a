/**
 * The picture of the connections. One stop for the Tab key: arrow keys move between the names, Enter and Space choose one.
 * Lines open their source at a click; from the keyboard the same sources stand under the picture, and in the list.
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import { passageAddress } from '../card/addresses.ts';
import { phraseOf } from '../card/relation-groups.ts';
import { PANEL } from '../pages/strings.ts';
import { KIND } from '../strings.ts';
import type { Place } from './boxes.ts';
import { type Label, labelOf } from './label.ts';
import { layOut } from './layout.ts';
import { type End, type Link, touches } from './links.ts';
import { type Point, pathData, routesOf } from './routes.ts';
import { nearestTowards } from './towards.ts';

export interface PictureProps {
  readonly ends: readonly End[];
  readonly links: readonly Link[];
  readonly width: number;
  /** Names that are not on the page: they came with a way. */
  readonly guests: ReadonlySet<string>;
  /** Entities of the way that is shown, in its order. */
  readonly path: readonly string[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

export function Picture({ ends, links, width, guests, path, chosen, choose }: PictureProps) {
  const labels = useMemo(() => new Map(ends.map((end) => [end.id, labelOf(end.name)])), [ends]);
  const groups = useMemo(() => pairs(links), [links]);
  const { places, height } = usePlaces(ends, links, labels, width, guests);
  const routes = useRoutes(groups, labels, places);
  const [at, setAt] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const current = at !== null && places.has(at) ? at : (ends[0]?.id ?? null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (current === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(current);
      return;
    }
    const next = nearestTowards(places, current, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    svg.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
  };
  const isOnPath = (link: Link) =>
    path.some((id, i) => i > 0 && touches(link, id) && touches(link, path[i - 1] ?? ''));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture holds no fieldset.
    <svg
      ref={svg}
      class="picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={PANEL.picture}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: its links take no focus; the list holds the same ones. */}
      <g aria-hidden="true">
        {groups.map((group, i) => (
          <Edge
            key={group[0].key}
            links={group}
            route={routes[i] ?? []}
            class={[
              'edge',
              group.some(isOnPath) ? 'on-path' : '',
              chosen !== null && group.some((link) => touches(link, chosen)) ? 'of-chosen' : '',
            ]
              .filter(Boolean)
              .join(' ')}
          />
        ))}
      </g>
      {ends.map((end) => (
        <Node
          key={end.id}
          end={end}
          label={labels.get(end.id)}
          place={places.get(end.id)}
          connections={links.filter((link) => touches(link, end.id)).length}
          isGuest={guests.has(end.id)}
          isOnPath={path.includes(end.id)}
          isCurrent={end.id === current}
          isChosen={end.id === chosen}
          choose={() => {
            setAt(end.id);
            choose(end.id);
          }}
        />
      ))}
    </svg>
  );
}

interface NodeProps extends NameProps {
  readonly end: End;
  /** How many there are in the picture. */
  readonly connections: number;
  readonly isGuest: boolean;
  readonly isOnPath: boolean;
  /** The one that the Tab key comes to. */
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function Node({ end: { id, name, kind }, isGuest, isOnPath, ...node }: NodeProps) {
  const words = [name, KIND[kind], PANEL.connectionsOf(node.connections)];
  if (isGuest) words.push(PANEL.notNamed);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture holds no button.
    <g
      class={['node', isGuest ? 'guest' : '', isOnPath ? 'on-path' : ''].join(' ')}
      data-node={id}
      role="button"
      tabindex={node.isCurrent ? 0 : -1}
      aria-pressed={node.isChosen}
      aria-label={words.join(', ')}
      onClick={node.choose}
    >
      <Name label={node.label} place={node.place} />
    </g>
  );
}

interface NameProps {
  readonly label: Label | undefined;
  readonly place: Place | undefined;
}

function Name({ label, place }: NameProps) {
  if (!label || !place) return null;
  const { lines, width, height } = label;
  const top = place.y - height / 2;
  return (
    <>
      <rect x={place.x - width / 2} y={top} width={width} height={height} rx={6} />
      {lines.map((line, i) => (
        <text key={line} x={place.x} y={top + 16.5 + i * 15}>
          {/* With a space, or two lines would be one word to whoever reads the text. */}
          {`${line} `}
        </text>
      ))}
    </>
  );
}

interface EdgeProps {
  readonly links: readonly [Link, ...Link[]];
  readonly route: readonly Point[];
  readonly class: string;
}

/** All relations between two names are one line; it leads to the first one's source. */
function Edge({ links, route, class: className }: EdgeProps) {
  const [first] = links;
  const source = first.relation.sources[0];
  if (route.length === 0 || !source) return null;
  const line = pathData(route);
  const words = links.map(({ from, to, relation }) => `${from.name} ${phraseOf(relation)} ${to.name}`);
  return (
    <a
      class={className}
      href={passageAddress(source)}
      target="_blank"
      rel="noopener noreferrer"
      tabindex={-1}
    >
      <title>{`${words.join('\n')}\n${source.publisher}`}</title>
      <path class="line" d={line} />
      <path class="hit" d={line} />
    </a>
  );
}

function pairs(links: readonly Link[]): readonly (readonly [Link, ...Link[]])[] {
  const groups = Map.groupBy(links, ({ from, to }) => [from.id, to.id].sort().join(' '));
  // A group is never empty: grouping makes one for the first link that falls into it.
  return [...groups.values()] as unknown as readonly (readonly [Link, ...Link[]])[];
}

/** Around the names that are not theirs. */
function useRoutes(
  groups: ReturnType<typeof pairs>,
  labels: ReadonlyMap<string, Label>,
  places: ReadonlyMap<string, Place>,
) {
  return useMemo(() => {
    const boxes = [...places].flatMap(([id, place]) => {
      const label = labels.get(id);
      return label ? [{ id, ...label, ...place }] : [];
    });
    return routesOf(
      boxes,
      groups.map(([{ from, to }]) => [from.id, to.id] as const),
    );
  }, [groups, labels, places]);
}

/** Places of the page's own names first; guests join them without moving them. */
function usePlaces(
  ends: readonly End[],
  links: readonly Link[],
  labels: ReadonlyMap<string, Label>,
  width: number,
  guests: ReadonlySet<string>,
) {
  return useMemo(() => {
    const boxes = ends.flatMap(({ id }) => {
      const label = labels.get(id);
      return label ? [{ id, width: label.width, height: label.height }] : [];
    });
    const edges = links.map(({ from, to }) => [from.id, to.id] as const);
    const own = boxes.filter(({ id }) => !guests.has(id));
    const first = layOut(
      own,
      edges.filter((edge) => edge.every((id) => !guests.has(id))),
      width,
    );
    return guests.size === 0 ? first : layOut(boxes, edges, width, first.places);
  }, [ends, links, labels, width, guests]);
}
