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
  /** What its section begins with; null before the first. */
  readonly section: Node | null;
}

export type MarkLook = Pick<Settings, 'marked' | 'densityCap'>;

/** Words over which the density is measured. */
const STRETCH = 100;

/** The mentions that are marked, in their order. `text` is for counting words. */
export function visibleMarks<M extends Markable>(
  mentions: readonly M[],
  { marked, densityCap }: MarkLook,
  text: string,
): readonly M[] {
  if (marked === 'none') return [];
  const chosen = marked === 'all' ? mentions : firstInSections(mentions);
  return densityCap === null ? chosen : thinOut(chosen, densityCap, text);
}

function firstInSections<M extends Markable>(mentions: readonly M[]): M[] {
  const seen = new Map<Node | null, Set<string>>();
  return mentions.filter(({ entity, section }) => {
    const named = seen.get(section) ?? new Set();
    seen.set(section, named);
    return !named.has(entity) && named.add(entity);
  });
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
