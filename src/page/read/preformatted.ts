/**
 * Text that is set as it was typed: code, tables drawn in characters and logs nearly always, but also old letters to a mailing
 * list, press releases and transcripts. Those are read.
 */

/** Letters that are looked at, and that make a text at least. */
const LOOKED_AT = 3000;
const SHORTEST = 300;
const FEWEST_SENTENCES = 3;
/** Of all letters but blanks, at most so many in a hundred are signs that code is full of. */
const MOST_SIGNS = 3;
/** Of all lines, at most so many in a hundred have gaps that columns are made of. */
const MOST_GAPS = 20;
/** What highlighters and manuals put into it. */
const CODE = 'code,kbd,samp,span[class]';
const SIGNS = /[{}[\]<>=;$#@\\|_*^~`]/g;
const SENTENCE_END = /[\p{L}\p{N})”"’][.!?…][”"’)]*\s|[。！？؟۔]/gu;
const COMMENT = 8;
/** How files of code begin. */
const BEGINS_AS_CODE = /^\s*(?:\/[*/]|#!|<[?!]|--\s)/;

/** True when a pre holds prose. In doubt it is code. */
export function isProse(pre: Element): boolean {
  if (pre.querySelector(CODE)) return false;
  let text = '';
  for (let node = pre.firstChild; node && text.length < LOOKED_AT; node = node.nextSibling)
    if (node.nodeType !== COMMENT) text += (node.textContent ?? '').slice(0, LOOKED_AT);
  if (text.length < SHORTEST || BEGINS_AS_CODE.test(text)) return false;
  const signs = text.match(SIGNS)?.length ?? 0;
  if (signs * 100 > text.replace(/\s/g, '').length * MOST_SIGNS) return false;
  const lines = text.split('\n');
  const gaps = lines.filter((line) => /\S(?: {3}|\t)/.test(line)).length;
  return (
    gaps * 100 <= lines.length * MOST_GAPS && (text.match(SENTENCE_END)?.length ?? 0) >= FEWEST_SENTENCES
  );
}
