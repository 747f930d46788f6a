/** Articles as paragraphs of sentences of words, each word knowing whether it belongs to the passage: so that the truth survives every change. */
import { resolve } from 'node:path';
import { loadGold } from '../../../src/publish/load-gold.ts';
import { makeText } from '../material.ts';
import type { Random } from '../random.ts';

export interface Word {
  readonly text: string;
  /** Part of the passage. */
  readonly marked: boolean;
}
export type Sentence = readonly Word[];
export type Paragraph = readonly Sentence[];

export interface Article {
  readonly lang: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Rendered {
  readonly text: string;
  /** From the passage's first word to its last one; null when none of it is left. */
  readonly passage: { readonly start: number; readonly end: number } | null;
}

/** Chinese is written without spaces: there, a word is one character. */
function separatorOf(lang: string): string {
  return lang === 'zh' || lang === 'ja' ? '' : ' ';
}

export function render({ lang, paragraphs }: Article): Rendered {
  const separator = separatorOf(lang);
  let text = '';
  let start = -1;
  let end = -1;
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    paragraph.forEach((sentence, s) => {
      sentence.forEach((word, w) => {
        if (s + w > 0 && !text.endsWith('\n')) text += separator;
        if (word.marked && start < 0) start = text.length;
        text += word.text;
        if (word.marked) end = text.length;
      });
    });
  }
  return { text, passage: start < 0 ? null : { start, end } };
}

/** Sentences of the labelled texts by language, and invented ones where those are few. */
export function loadSentences(): ReadonlyMap<string, readonly Sentence[]> {
  const byLanguage = new Map<string, Sentence[]>();
  for (const { lang, text } of loadGold(resolve(import.meta.dirname, '../../../tests/gold'))) {
    const key = lang.split('-')[0] ?? lang;
    const list = byLanguage.get(key) ?? [];
    list.push(...toSentences(text, key));
    byLanguage.set(key, list);
  }
  const invented = makeText(400_000, [], 77).split('\n\n');
  for (const paragraph of invented) {
    const lang = /\p{Script=Han}/u.test(paragraph)
      ? 'zh'
      : /\p{Script=Cyrillic}/u.test(paragraph)
        ? 'ru'
        : 'en';
    byLanguage.get(lang)?.push(...toSentences(paragraph, lang));
  }
  return new Map([...byLanguage].filter(([, list]) => list.length >= 90));
}

function toSentences(text: string, lang: string): Sentence[] {
  return (text.match(/[^.!?。！？]+[.!?。！？]*/g) ?? [])
    .map((sentence) => (separatorOf(lang) === '' ? [...sentence.trim()] : sentence.trim().split(/\s+/)))
    .filter((words) => words.length >= 4)
    .map((words) => words.slice(0, 60).map((word) => ({ text: word, marked: false })));
}

/** An article of at most some `words` words, of sentences of which each stands in it once. */
export function makeArticle(
  sentences: readonly Sentence[],
  lang: string,
  words: number,
  random: Random,
): Article {
  const paragraphs: Paragraph[] = [];
  const bag = [...sentences];
  for (let size = 0; size < words && bag.length > 0; ) {
    const paragraph: Sentence[] = [];
    const count = 2 + random.below(4);
    for (let i = 0; i < count; i++) {
      const [sentence] = bag.splice(random.below(bag.length), 1);
      if (!sentence) continue;
      paragraph.push(sentence);
      size += sentence.length;
    }
    paragraphs.push(paragraph);
  }
  return { lang, paragraphs };
}
