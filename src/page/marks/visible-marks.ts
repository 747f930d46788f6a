/**
 * Which mentions are visibly marked. All of them answer to pointer and keyboard; a mark for each would make a text that
 * names one company forty times unreadable, so by default only the first mention of an entity in each section has one.
 */
import type { Settings } from '../../core/settings/settings.ts';
import type { Marked } from './hit-test.ts';

export interface Markable extends Marked {
  readonly entity: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
}

export type MarkLook = Pick<Settings, 'marked' | 'densityCap'>;

/** Words over which the density is measured. */
const STRETCH = 100;

/** The mentions that are marked, in their order. `headings` begin sections, in document order; `text` is for counting words. */
export function visibleMarks<M extends Markable>(
  mentions: readonly M[],
  { marked, densityCap }: MarkLook,
  headings: readonly Node[],
  text: string,
): readonly M[] {
  if (marked === 'none') return [];
  const chosen = marked === 'all' ? mentions : firstInSections(mentions, headings);
  return densityCap === null ? chosen : thinOut(chosen, densityCap, text);
}

/** One walk over both lists: comparing every mention with every heading would take seconds on a long page. */
function firstInSections<M extends Markable>(mentions: readonly M[], headings: readonly Node[]): M[] {
  const seen = new Set<string>();
  let next = 0;
  return mentions.filter(({ entity, range }) => {
    for (; next < headings.length && begins(headings[next] as Node, range.startContainer); next++)
      seen.clear();
    return !seen.has(entity) && seen.add(entity);
  });
}

/** True when the heading stands before the node, or around it. Nodes of different trees have no order that means anything. */
function begins(heading: Node, node: Node): boolean {
  const position = heading.compareDocumentPosition(node);
  return (position & FOLLOWING) !== 0 && (position & DISCONNECTED) === 0;
}

/** Leaves out marks that would be more than `cap` in any hundred words. */
function thinOut<M extends Markable>(mentions: readonly M[], cap: number, text: string): M[] {
  const kept: { readonly mention: M; readonly word: number }[] = [];
  let word = 0;
  let from = 0;
  for (const mention of mentions) {
    word += countWords(text.slice(from, mention.start));
    from = mention.start;
    const before = kept[kept.length - cap];
    if (cap > 0 && (!before || word - before.word >= STRETCH)) kept.push({ mention, word });
  }
  return kept.map(({ mention }) => mention);
}

/** Words of scripts with spaces; two signs of those without count as one. */
function countWords(text: string): number {
  const signs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (text.match(/\S+/g)?.length ?? 0) + signs / 2;
}

/** Node.DOCUMENT_POSITION_FOLLOWING and _DISCONNECTED, without the global. */
const FOLLOWING = 4;
const DISCONNECTED = 1;
