/**
 * The matcher as one would first write it: every form tried at every position. Slow, short, and the measure of the fast one.
 */
import type { EndingSet } from '../../src/core/linking/endings.ts';
import { AS_IT_IS, type Form, STEM, STEM_BEFORE_S } from '../../src/core/linking/form.ts';
import { MIN_STEM } from '../../src/core/linking/index-layout.ts';
import { MIN_REST } from '../../src/core/linking/proclitics.ts';
import { CJK, classOf, fold, foldEntry, IGNORED, SPACE, WORD } from '../../src/core/text/fold.ts';

export interface NaiveHit {
  start: number;
  end: number;
  target: number;
}

/** Forms that may decline are written out with every ending first: what the fast one must not do. */
export function naiveSpot(
  forms: readonly Form[],
  text: string,
  endings: EndingSet | null = null,
): NaiveHit[] {
  const hits = new Map<string, NaiveHit>();
  const written = forms.flatMap((form) =>
    writtenOut(form, endings).map((spelling) => ({ spelling, target: form.target })),
  );
  for (let start = 0; start < text.length; start++) {
    if (!mayBegin(text, start) && !isBehindProclitic(text, start, endings)) continue;
    for (const { spelling, target } of written) {
      const end = endOf(spelling, text, start);
      if (end >= 0) hits.set(`${start} ${end} ${target}`, { start, end, target });
    }
  }
  return [...hits.values()];
}

function writtenOut({ text, declined = AS_IT_IS }: Form, endings: EndingSet | null): string[] {
  const isStem = declined === STEM || declined === STEM_BEFORE_S;
  const asItIs = isStem ? [] : [text];
  if (endings === null || declined === AS_IT_IS) return asItIs;
  const may =
    declined === STEM_BEFORE_S
      ? ['', ...listed(endings.afterS)]
      : ['', ...listed(endings.full), ...(declined === STEM ? listed(endings.cut) : [])];
  const words = text.split(' ');
  const variants = words.reduce<string[]>(
    (before, word, i) => {
      // Only words end in endings; the first must be long enough to be looked up by what is left of it.
      const declines = isWord(word) && (i > 0 || lettersOf(word) >= MIN_STEM);
      return before.flatMap((left) =>
        (declines ? may : ['']).map((ending) => [left, word + ending].join(' ')),
      );
    },
    [''],
  );
  return [...new Set([...asItIs, ...variants.map((variant) => variant.slice(1))])].filter(
    (variant) => !isStem || variant !== text,
  );
}

function listed(strings: string): string[] {
  return strings.split(' ').filter((string) => string !== '');
}

function isWord(word: string): boolean {
  return word !== '' && classOf(foldEntry(word.charCodeAt(word.length - 1))) === WORD;
}

function lettersOf(word: string): number {
  let count = 0;
  while (count < word.length && classOf(foldEntry(word.charCodeAt(count))) === WORD) count++;
  return count === word.length ? count : 0;
}

const kind = (text: string, i: number) => classOf(foldEntry(text.charCodeAt(i)));

function mayBegin(text: string, start: number): boolean {
  const own = kind(text, start);
  if (own === CJK) return true;
  if (own !== WORD) return false;
  let before = start - 1;
  while (before >= 0 && kind(text, before) === IGNORED) before--;
  // A mark that follows no word does not join two words either.
  return before < 0 || kind(text, before) !== WORD;
}

/** What stands before `start` in its word is, folded, a proclitic of the language, and enough is left behind it. */
function isBehindProclitic(text: string, start: number, endings: EndingSet | null): boolean {
  if (!endings?.before || kind(text, start) !== WORD) return false;
  const inWord = (i: number) => i >= 0 && i < text.length && [WORD, IGNORED].includes(kind(text, i));
  let from = start;
  while (inWord(from - 1)) from--;
  let to = start;
  while (inWord(to)) to++;
  return (
    listed(endings.before).includes(fold(text.slice(from, start))) &&
    fold(text.slice(start, to)).length >= MIN_REST
  );
}

function endOf(form: string, text: string, start: number): number {
  if (!form.isWellFormed()) return -1;
  const first = classOf(foldEntry(form.charCodeAt(0)));
  if (first !== WORD && !(first === CJK && form.length >= 2)) return -1;
  // Where words have no boundaries the index asks for two neighbouring units, marks between them not allowed.
  if (
    first === CJK &&
    (start + 1 >= text.length || (foldEntry(text.charCodeAt(start + 1)) & 0xffff) !== form.charCodeAt(1))
  )
    return -1;
  for (let end = start + 1; end <= text.length; end++) {
    const raw = text.slice(start, end);
    if (raw.length > form.length * 4 + 20) return -1;
    if (kind(text, end - 1) === IGNORED || kind(text, end - 1) === SPACE) continue;
    if (fold(raw) !== form || crossesParagraph(raw)) continue;
    let next = end;
    while (next < text.length && kind(text, next) === IGNORED) next++;
    if (next < text.length && kind(text, end - 1) === WORD && kind(text, next) === WORD) return -1;
    const katakana = (i: number) => text.charCodeAt(i) >= 0x30a1 && text.charCodeAt(i) <= 0x30fe;
    if (
      next < text.length &&
      kind(text, end - 1) === CJK &&
      kind(text, next) === CJK &&
      katakana(end - 1) &&
      katakana(next)
    )
      return -1;
    return end;
  }
  return -1;
}

function crossesParagraph(raw: string): boolean {
  const runs: string[] = [];
  let run = '';
  for (let i = 0; i < raw.length; i++) {
    if (kind(raw, i) === SPACE || kind(raw, i) === IGNORED) run += raw[i];
    else {
      runs.push(run);
      run = '';
    }
  }
  return runs.some((r) => r.split('\n').length > 2);
}
