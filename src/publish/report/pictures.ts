/** The report's pictures, as SVG: no script, colours from the page. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { escapeText } from '../html-page.ts';
import { CENTROIDS } from './centroids.ts';
import { placeLabels } from './labels.ts';
import { placeName } from './place-name.ts';
import type { DatasetReport } from './report.ts';

/** Dots where the entities are; the area of a dot is their number. Equirectangular, a line every thirty degrees. */
export function placeMap(places: DatasetReport['places']): string {
  const width = 960;
  const height = 420;
  const x = (east: number) => ((east + 170) / 360) * width;
  const y = (north: number) => ((78 - north) / 138) * height;
  const lines = [
    ...[-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150].map(
      (east) => `<path d="M${x(east).toFixed(1)} 0V${height}"/>`,
    ),
    ...[60, 30, 0, -30].map((north) => `<path d="M0 ${y(north).toFixed(1)}H${width}"/>`),
  ];
  const dots = places.flatMap(([code, count]) => {
    const centre = CENTROIDS[code];
    if (!centre) return [];
    const [north, east] = centre;
    const radius = 3 + Math.sqrt(count) * 3;
    const label = `<text x="${x(east).toFixed(1)}" y="${(y(north) + 3.5).toFixed(1)}">${code}</text>`;
    return [
      `<g><title>${escapeText(`${placeName(code)}: ${count}`)}</title><circle cx="${x(east).toFixed(1)}" cy="${y(north).toFixed(1)}" r="${radius.toFixed(1)}"/>${count >= 4 ? label : ''}</g>`,
    ];
  });
  return `<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="Entities by place"><g class="grid">${lines.join('')}</g>${dots.join('')}</svg>`;
}

/** Two bars a year: when it happened, and when it became known. */
export function timeline(years: DatasetReport['years']): string {
  const width = 960;
  const height = 220;
  const highest = Math.max(1, ...years.map(({ happened, known }) => Math.max(happened, known)));
  const step = width / Math.max(1, years.length);
  const bar = (left: number, count: number, kind: string, title: string) => {
    const tall = (count / highest) * (height - 30);
    return `<rect class="${kind}" x="${left.toFixed(1)}" y="${(height - 20 - tall).toFixed(1)}" width="${(step * 0.38).toFixed(1)}" height="${tall.toFixed(1)}"><title>${title}</title></rect>`;
  };
  const bars = years.map(({ year, happened, known }, i) => {
    const left = i * step + step * 0.1;
    const label =
      year % 5 === 0 ? `<text x="${(left + step * 0.4).toFixed(1)}" y="${height - 4}">${year}</text>` : '';
    return (
      bar(left, happened, 'happened', `${year}: ${happened} happened`) +
      bar(left + step * 0.4, known, 'known', `${year}: ${known} became known`) +
      label
    );
  });
  return `<svg class="timeline" viewBox="0 0 ${width} ${height}" role="img" aria-label="Statements by year">${bars.join('')}</svg>`;
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly degree: number;
  x?: number;
  y?: number;
}

const ROUNDS = 300;
/** Names are written at nodes with at least so many relations, where there is room. */
const NAMED_DEGREE = 4;
/** Pixels that the picture is wide on the page, the height of its letters there, and how wide one is for its height. */
const SHOWN_WIDTH = 920;
const LETTER = 10;
const LETTER_SHAPE = 0.54;

type Edges = DatasetReport['edges'];

/** Entities with relations, and the relations between them. The same data gives the same picture. */
export function relationGraph({ nodes, edges }: Pick<DatasetReport, 'nodes' | 'edges'>): string {
  const placed = layOut(nodes, edges);
  const xs = placed.map((node) => node.x ?? 0);
  const ys = placed.map((node) => node.y ?? 0);
  const [left, top] = [Math.min(...xs) - 40, Math.min(...ys) - 20];
  const [right, bottom] = [Math.max(...xs) + 40, Math.max(...ys) + 20];
  const letter = (LETTER * (right - left)) / SHOWN_WIDTH;
  const box = [left, top, right - left, bottom - top].map(fixed).join(' ');
  const circles = placed.map((node) => {
    return `<circle class="${node.kind}" cx="${fixed(node.x)}" cy="${fixed(node.y)}" r="${radiusOf(node).toFixed(1)}"><title>${escapeText(`${node.name} (${node.kind}, ${node.degree} relations)`)}</title></circle>`;
  });
  return `<svg class="graph" viewBox="${box}" role="img" aria-label="Entities and their relations"><g class="edges">${lines(placed, edges).join('')}</g>${circles.join('')}<g style="font-size:${fixed(letter)}px">${names(placed, letter).join('')}</g></svg>`;
}

/** Places found by force (d3-force, which has a fixed start). */
function layOut(nodes: DatasetReport['nodes'], edges: Edges): Node[] {
  const degree = new Map<string, number>();
  for (const { from, to } of edges) {
    degree.set(from, (degree.get(from) ?? 0) + 1);
    degree.set(to, (degree.get(to) ?? 0) + 1);
  }
  const placed: Node[] = nodes
    .filter(({ id }) => degree.has(id))
    .map((node) => ({ ...node, degree: degree.get(node.id) ?? 0 }));
  const links = edges.map(({ from, to }) => ({ source: from, target: to }));
  const simulation = forceSimulation(placed)
    .force(
      'link',
      forceLink(links)
        .id((node) => (node as Node).id)
        .distance(34),
    )
    .force('charge', forceManyBody().strength(-80))
    .force(
      'collide',
      forceCollide<Node>((node) => radiusOf(node) + 2),
    )
    .force('x', forceX().strength(0.09))
    .force('y', forceY().strength(0.14))
    .stop();
  simulation.tick(ROUNDS);
  return placed;
}

function lines(placed: readonly Node[], edges: Edges): string[] {
  const at = new Map(placed.map((node) => [node.id, node]));
  return edges.flatMap(({ from, to, type }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b
      ? [
          `<path d="M${fixed(a.x)} ${fixed(a.y)}L${fixed(b.x)} ${fixed(b.y)}"><title>${escapeText(`${a.name} ${type} ${b.name}`)}</title></path>`,
        ]
      : [];
  });
}

/** The names of what has most relations, in letters of this size. */
function names(placed: readonly Node[], letter: number): string[] {
  const named = placed
    .filter((node) => node.degree >= NAMED_DEGREE)
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const labels = placeLabels(
    named.map((node) => ({
      x: node.x ?? 0,
      y: node.y ?? 0,
      radius: radiusOf(node),
      width: node.name.length * letter * LETTER_SHAPE,
      height: letter,
    })),
  );
  return named.flatMap((node, i) => {
    const label = labels[i];
    return label ? [`<text x="${fixed(label.x)}" y="${fixed(label.y)}">${escapeText(node.name)}</text>`] : [];
  });
}

function radiusOf({ degree }: Node): number {
  return 3 + Math.sqrt(degree) * 1.6;
}

function fixed(value: number | undefined): string {
  return (value ?? 0).toFixed(1);
}
