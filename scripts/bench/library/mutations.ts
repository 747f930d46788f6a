/** What publishers do to pages, done to articles whose passage is marked: typos, cuts, moves, advertisements, rewriting, copies. */
import type { Random } from '../random.ts';
import type { Article, Paragraph, Sentence, Word } from './tokens.ts';

export interface MutationMaterial {
  readonly random: Random;
  /** Sentences of the same language that may be put in. */
  readonly sentences: readonly Sentence[];
}

export type Mutation = (article: Article, material: MutationMaterial) => Article;

/** Marks the passage: some words of a sentence, a sentence, some sentences or a whole paragraph. */
export function markPassage(article: Article, random: Random): Article {
  const p = random.below(article.paragraphs.length);
  const paragraph = article.paragraphs[p] as Paragraph;
  const flat = paragraph.flat();
  const roll = random.next();
  const s = random.below(paragraph.length);
  const before = paragraph.slice(0, s).flat().length;
  const length = (paragraph[s] as Sentence).length;
  let from = before;
  let to = before + length;
  if (roll < 0.12) {
    // A phrase of a few words.
    from += random.below(Math.max(1, length - 3));
    to = Math.min(to, from + 1 + random.below(3));
  } else if (roll < 0.45) {
    // Part of a sentence.
    from += random.below(Math.max(1, length >> 1));
    to = Math.min(to, from + Math.max(4, length >> 1));
  } else if (roll >= 0.7) {
    to = roll < 0.9 ? flat.length : to;
    from = roll < 0.85 ? from : 0;
  }
  let i = 0;
  return replaceParagraph(article, p, (sentences) =>
    sentences.map((sentence) =>
      sentence.map((word) => {
        const marked = i >= from && i < to;
        i++;
        return { ...word, marked };
      }),
    ),
  );
}

export const typos: Mutation = (article, { random }) => {
  const rate = 0.02 + random.next() * 0.1;
  return mapWords(article, (word) =>
    random.next() < rate && word.text.length > 1 ? { ...word, text: misspelt(word.text, random) } : word,
  );
};

/** Takes whole sentences out, anywhere. */
export const cuts: Mutation = (article, { random }) => ({
  ...article,
  paragraphs: article.paragraphs
    .map((paragraph) => paragraph.filter(() => random.next() > 0.12))
    .filter((paragraph) => paragraph.length > 0),
});

/** Takes some words out of the middle of the passage. */
export const cutInside: Mutation = (article, { random }) => {
  const size = marked(article).length;
  if (size < 8) return article;
  const gone = 1 + random.below(Math.max(1, Math.floor(size * 0.18)));
  const from = 1 + random.below(size - gone - 1);
  return filterMarked(article, (i) => i < from || i >= from + gone);
};

export const moveParagraphs: Mutation = (article, { random }) => {
  const paragraphs = [...article.paragraphs];
  const own = paragraphs.findIndex(hasMark);
  for (const index of [own, random.below(paragraphs.length)]) {
    const [moved] = paragraphs.splice(Math.max(0, index), 1);
    if (moved) paragraphs.splice(random.below(paragraphs.length + 1), 0, moved);
  }
  return { ...article, paragraphs };
};

/** New paragraphs anywhere, and right beside the passage; now and then a line inside its paragraph. */
export const advertisements: Mutation = (article, { random, sentences }) => {
  const paragraphs: Paragraph[] = [];
  for (const paragraph of article.paragraphs) {
    const own = hasMark(paragraph);
    if (random.next() < (own ? 0.5 : 0.15)) paragraphs.push([random.pick(sentences)]);
    const at = paragraph.findIndex((sentence) => !sentence.some((word) => word.marked));
    const inside = own && at >= 0 && random.next() < 0.3;
    paragraphs.push(
      inside ? [...paragraph.slice(0, at), random.pick(sentences), ...paragraph.slice(at)] : paragraph,
    );
    if (random.next() < (own ? 0.5 : 0.1)) paragraphs.push([random.pick(sentences)]);
  }
  return { ...article, paragraphs };
};

/** Says sentences in other words: some anywhere, and a part of the passage. */
export const rewriting: Mutation = (article, material) => {
  const { random } = material;
  const own = random.next() * 0.22;
  return mapSentences(article, (sentence) =>
    sentence.some((word) => word.marked)
      ? reworded(sentence, own, material)
      : random.next() < 0.15
        ? reworded(sentence, 0.3 + random.next() * 0.5, material)
        : sentence,
  );
};

/** The passage's sentence rewritten beyond what can be called the same. */
export const replacement: Mutation = (article, material) =>
  mapSentences(article, (sentence) =>
    sentence.some((word) => word.marked) ? reworded(sentence, 0.9, material) : sentence,
  );

/** The passage's paragraph, or only the passage, stands a second time: pull quotes, related boxes, templates. */
export const copies: Mutation = (article, material) =>
  material.random.next() < 0.5 ? pullQuote(article, material) : copiedParagraph(article, material);

/** The passage stands a second time, by itself. */
export const pullQuote: Mutation = (article, { random }) => {
  const words = article.paragraphs
    .find(hasMark)
    ?.flat()
    .filter((word) => word.marked);
  return words ? insertParagraph(article, unmark([words]), random) : article;
};

/**
 * The passage's paragraph stands a second time, word for word. Not together with rewriting: were the first one rewritten
 * then, the paragraph would have moved, for anybody who looks at the page.
 */
const copiedParagraph: Mutation = (article, { random }) => {
  const own = article.paragraphs.find(hasMark);
  return own ? insertParagraph(article, unmark(own), random) : article;
};

/** Something very like the passage stands elsewhere: the same sentence about another town. */
export const lookalike: Mutation = (article, material) => {
  const own = article.paragraphs.find(hasMark);
  if (!own) return article;
  const words = own.flat().filter((word) => word.marked);
  const changed = reworded(words, 0.1 + material.random.next() * 0.2, material);
  // The very same words are no likeness but a copy.
  if (changed.every((word, i) => word.text === words[i]?.text)) return article;
  return insertParagraph(
    article,
    unmark([changed, material.random.pick(material.sentences)]),
    material.random,
  );
};

/** The passage and its sentence are gone. */
export const removal: Mutation = (article) => ({
  ...article,
  paragraphs: article.paragraphs
    .map((paragraph) => paragraph.filter((sentence) => !sentence.some((word) => word.marked)))
    .filter((paragraph) => paragraph.length > 0),
});

function misspelt(text: string, random: Random): string {
  const at = random.below(text.length);
  const letter = text[random.below(text.length)] ?? 'e';
  const roll = random.next();
  if (roll < 0.35) return text.slice(0, at) + letter + text.slice(at + 1);
  if (roll < 0.7) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + letter + text.slice(at);
}

function reworded(sentence: Sentence, share: number, { random, sentences }: MutationMaterial): Sentence {
  return sentence.flatMap((word) => {
    if (random.next() >= share) return [word];
    const other = random.pick(random.pick(sentences)).text;
    return [{ text: other, marked: word.marked }];
  });
}

/** Not beside the passage: of two copies side by side, or of a likeness in the passage's own place, nobody could say which is which. */
const APART = 3;

function insertParagraph(article: Article, paragraph: Paragraph, random: Random): Article {
  const own = article.paragraphs.findIndex(hasMark);
  const places = Array.from({ length: article.paragraphs.length + 1 }, (_, at) => at);
  const free = places.filter((place) => place < own - APART || place > own + APART + 1);
  if (free.length === 0) return article;
  const at = random.pick(free);
  return { ...article, paragraphs: article.paragraphs.toSpliced(at, 0, paragraph) };
}

function unmark(paragraph: Paragraph): Paragraph {
  return paragraph.map((sentence) => sentence.map(({ text }) => ({ text, marked: false })));
}

function marked(article: Article): Word[] {
  return article.paragraphs.flat(2).filter((word) => word.marked);
}

function hasMark(paragraph: Paragraph): boolean {
  return paragraph.some((sentence) => sentence.some((word) => word.marked));
}

function filterMarked(article: Article, keep: (index: number) => boolean): Article {
  let i = 0;
  return mapSentences(article, (sentence) => sentence.filter((word) => !word.marked || keep(i++)));
}

function mapWords(article: Article, change: (word: Word) => Word): Article {
  return mapSentences(article, (sentence) => sentence.map(change));
}

function mapSentences(article: Article, change: (sentence: Sentence) => Sentence): Article {
  return {
    ...article,
    paragraphs: article.paragraphs.map((paragraph) => paragraph.map(change)),
  };
}

function replaceParagraph(
  article: Article,
  index: number,
  change: (paragraph: Paragraph) => Paragraph,
): Article {
  return { ...article, paragraphs: article.paragraphs.map((p, i) => (i === index ? change(p) : p)) };
}
