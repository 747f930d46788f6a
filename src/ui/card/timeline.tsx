/** When things came on record, as a small picture, with the same in words for whoever does not see it. */
import type { Group, GroupedStatements } from '../../core/dataset/grouping.ts';
import { type Timeline as Numbers, type TimelinePoint, timelineOf } from '../../core/dataset/timeline.ts';
import { TEXT } from '../strings.ts';

export interface TimelineProps {
  readonly groups: GroupedStatements;
  readonly articleDate: string;
}

/** Units of the picture; the style sheet gives it its size. */
const WIDTH = 330;
const SIDE = 6;
const AXIS = 26;
const STACK = 6.5;
/** Dots on top of each other before they overlap. */
const HIGHEST = 3;
/** So near to an end, as a share of the picture, the word "article" would stand on the year there: then it stands alone. */
const NEAR = 0.22;

export function Timeline({ groups, articleDate }: TimelineProps) {
  const timeline = timelineOf(groups, articleDate);
  if (!timeline) return null;
  const { from, to, article, points } = timeline;
  const x = (at: number) => SIDE + at * (WIDTH - 2 * SIDE);
  const isUnclear = points.some(({ group }) => group === 'unclear');
  const height = isUnclear ? AXIS + 14 : AXIS + 4;
  return (
    <figure class="timeline">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${height}`}>
        <path class="axis" d={`M0 ${AXIS}H${WIDTH}`} />
        <path class="article" d={`M${x(article)} 0V${height}`} />
        {points.map((point) => (
          <Dot key={`${point.group} ${point.at} ${point.level}`} point={point} x={x(point.at)} />
        ))}
      </svg>
      <p aria-hidden="true" class="years">
        <span>{article < NEAR ? '' : from}</span>
        <span class="at-article" style={{ insetInlineStart: `${(x(article) / WIDTH) * 100}%` }}>
          {TEXT.article}
        </span>
        <span>{article > 1 - NEAR ? '' : to - 1}</span>
      </p>
      <figcaption class="unseen">{inWords(timeline)}</figcaption>
    </figure>
  );
}

function Dot({ point: { group, level }, x }: { readonly point: TimelinePoint; readonly x: number }) {
  const up = Math.min(level, HIGHEST) * STACK;
  if (group === 'unclear') return <path class="unclear" d={`M${x} ${AXIS + 4}l3.4 3.4-3.4 3.4-3.4-3.4z`} />;
  return <circle class={group} cx={x} cy={AXIS - 5 - up} r="2.6" />;
}

/** "Known then: 2018 (2), 2019 (6). Known since: 2020. …" */
function inWords({ points }: Numbers): string {
  const years = (group: Group) => {
    const counts = new Map<number, number>();
    for (const point of points)
      if (point.group === group) counts.set(point.year, (counts.get(point.year) ?? 0) + 1);
    return [...counts].map(([year, n]) => (n === 1 ? String(year) : `${year} (${n})`)).join(', ');
  };
  return (['then', 'since', 'unclear'] as const)
    .filter((group) => points.some((point) => point.group === group))
    .map((group) => `${TEXT.nearGroup(group)}: ${years(group)}.`)
    .join(' ');
}
