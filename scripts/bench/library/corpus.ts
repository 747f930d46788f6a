/** Cases for finding passages again: a page, a passage in it, the page as it is later, and where the passage is then. */
import search from 'approx-string-match';
import { createRandom, type Random } from '../random.ts';
import {
  advertisements,
  copies,
  cutInside,
  cuts,
  lookalike,
  type Mutation,
  markPassage,
  moveParagraphs,
  pullQuote,
  removal,
  replacement,
  rewriting,
  typos,
} from './mutations.ts';
import { type Article, loadSentences, makeArticle, render } from './tokens.ts';

export interface AnchorCase {
  readonly name: string;
  readonly lang: string;
  readonly before: string;
  readonly passage: { readonly start: number; readonly end: number };
  readonly after: string;
  /** Where the passage is now; null when nothing of it is left. */
  readonly truth: { readonly start: number; readonly end: number } | null;
  /** Share of the passage that was changed, 0 to 1. */
  readonly changed: number;
}

/** What happens to a page, by name. Several at once are the rule. */
const STORIES: readonly (readonly [name: string, mutations: readonly Mutation[]])[] = [
  ['untouched', []],
  ['typos', [typos]],
  ['cuts', [cuts]],
  ['cut inside', [cutInside]],
  ['moved', [moveParagraphs]],
  ['moved, typos', [moveParagraphs, typos]],
  ['ads', [advertisements]],
  ['ads, cuts, typos', [advertisements, cuts, typos]],
  ['rewritten', [rewriting]],
  ['rewritten, ads', [rewriting, advertisements]],
  ['rewritten, moved', [rewriting, moveParagraphs]],
  ['copies', [copies]],
  ['copies, ads', [copies, advertisements]],
  ['pull quote, rewritten', [pullQuote, rewriting]],
  ['lookalike', [lookalike]],
  ['lookalike, typos', [lookalike, typos]],
  ['removed', [removal]],
  ['removed, cuts', [removal, cuts]],
  ['removed, lookalike', [lookalike, removal]],
  ['replaced', [replacement]],
  ['replaced, lookalike', [lookalike, replacement]],
  ['everything', [advertisements, cuts, rewriting, moveParagraphs, typos]],
];

/** `count` cases, the same for the same seed, over all stories and languages, on articles of some `words` words. */
export function makeCases(count: number, seed: number, words = 700): AnchorCase[] {
  const random = createRandom(seed);
  const sentences = [...loadSentences()];
  return Array.from({ length: count }, (_, i) => {
    const [lang, list] = random.pick(sentences);
    const story = STORIES[i % STORIES.length] ?? STORIES[0];
    if (!story) throw new Error('there are no stories');
    const article = markPassage(makeArticle(list, lang, lang === 'zh' ? words * 3 : words, random), random);
    return makeCase(story, article, { random, sentences: list });
  });
}

function makeCase(
  [name, mutations]: (typeof STORIES)[number],
  article: Article,
  material: { random: Random; sentences: readonly (readonly { text: string; marked: boolean }[])[] },
): AnchorCase {
  const before = render(article);
  if (!before.passage) throw new Error('no passage was marked');
  const after = render(mutations.reduce((now, mutate) => mutate(now, material), article));
  const words = before.text.slice(before.passage.start, before.passage.end);
  const now = after.passage ? after.text.slice(after.passage.start, after.passage.end) : '';
  return {
    name,
    lang: article.lang,
    before: before.text,
    passage: before.passage,
    after: after.text,
    truth: after.passage,
    changed: after.passage ? difference(words, now) : 1,
  };
}

/** Edits between two texts as a share of the first: the whole of both, so the shorter one is searched for in the longer one and the rest counts. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [match] = search(long, short, short.length);
  const errors = match ? match.errors + (long.length - (match.end - match.start)) : long.length;
  return Math.min(1, errors / a.length);
}
