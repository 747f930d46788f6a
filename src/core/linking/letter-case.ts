/** Letter case and immediate surroundings: the cheapest signs that words are not the name they look like. */
import { classOf, foldEntry, IGNORED } from '../text/fold.ts';
import type { Span } from '../text/spans.ts';
import type { AliasRule } from './rules.ts';

/** The block of full-width forms, and how far behind the ordinary ones it lies. */
const FIRST_WIDE = 0xff01;
const LAST_WIDE = 0xff5e;
const WIDE = 0xfee0;

/**
 * True when the text writes the name in a case that its alias allows. `any`: however it is written; `initial`: its
 * capital letters may not all be gone (all capitals are fine, so are headlines); `exact`: letter for letter.
 */
export function keepsCase(
  text: string,
  span: Span,
  alias: Pick<AliasRule, 'text' | 'case' | 'needs'>,
): boolean {
  if (alias.case === 'any') return true;
  const written = visibleText(text, span);
  if (alias.case === 'exact') return startsExactly(written, alias.text);
  const wanted = firstCased(alias.text);
  if (wanted === null || wanted === wanted.toLowerCase()) return true;
  const found = firstCased(written);
  return found === null || found !== found.toLowerCase() || keepsLaterCapital(written, alias);
}

/**
 * “the neue Seidenstraße”, “section 66A”: of several words only the first is small, and another still tells a name. Two words
 * that nothing else supports are too few for that: “a vote on freedom, House Republicans said”; and so are words apart.
 */
function keepsLaterCapital(written: string, { text, needs }: Pick<AliasRule, 'text' | 'needs'>): boolean {
  if (!/^\S+(?:[ \u00a0]\S+)+$/u.test(written)) return false;
  const found = wordsOf(written);
  const wanted = wordsOf(text);
  if (needs.length === 0 && wanted.length < 3) return false;
  return wanted.some((word, i) => i > 0 && /\p{Lu}/u.test(word) && /\p{Lu}/u.test(found[i] ?? ''));
}

/** Whether an abbreviation stands in capitals; an ending behind it may not (“EU-ova”, “NSAnak”). */
export function isInCapitals(text: string, span: Span): boolean {
  return /^\p{Lu}{2}/u.test(visibleText(text, span));
}

/** False inside addresses, handles, file names and longer numbers: `@huawei`, `sensetime.com`, `www.huawei`, “Section 69-A”. */
export function isStandingAlone(text: string, span: Span): boolean {
  const before = text[span.start - 1] ?? ' ';
  const after = text[span.end] ?? ' ';
  const next = text[span.end + 1] ?? ' ';
  if (before === '@') return false;
  if (before === '.' && /[\p{L}\p{N}]/u.test(text[span.start - 2] ?? ' ') && !isInitial(text, span.start))
    return false;
  if (after === '.' && /[\p{Ll}\p{N}]/u.test(next)) return false;
  if (
    after === '-' &&
    /\d/.test(text[span.end - 1] ?? '') &&
    /^\p{Lu}(?![\p{L}\p{N}-])/u.test(text.slice(span.end + 1, span.end + 3))
  )
    return false;
  return !(after === '@' && /[\p{L}\p{N}]/u.test(next));
}

/** A number with another in brackets, “Article 19(2)”, and no year: of some law, whatever bears the same name. */
export function isParagraphOfLaw(text: string, span: Span): boolean {
  return /\d/.test(text[span.end - 1] ?? '') && /^ ?\(\d{1,3}(?!\d)/.test(text.slice(span.end, span.end + 7));
}

/** An initial or more before a name: “K.S.Puttaswamy”. */
function isInitial(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return /(?:^|[\s(“„"'«])(?:\p{Lu}\.){1,3}$/u.test(before) && /\p{Lu}/u.test(text[start] ?? '');
}

/** What is seen of a span, full-width letters (Ａ to ｚ) as the ordinary ones that they stand for. */
function visibleText(text: string, span: Span): string {
  let visible = '';
  for (let i = span.start; i < span.end; i++) {
    const unit = text.charCodeAt(i);
    if (classOf(foldEntry(unit)) === IGNORED) continue;
    visible += String.fromCharCode(unit >= FIRST_WIDE && unit <= LAST_WIDE ? unit - WIDE : unit);
  }
  return visible;
}

/** Word by word the same letters; a declined word may differ in its last letter and go on. */
function startsExactly(written: string, alias: string): boolean {
  const wanted = wordsOf(alias);
  const found = wordsOf(written);
  return wanted.every((word, i) => {
    const other = found[i] ?? '';
    return other === word || other.startsWith(word.length > 4 ? word.slice(0, -1) : word);
  });
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/[\s\p{Pd}]+/u);
}

function firstCased(text: string): string | null {
  for (const character of text) if (character.toLowerCase() !== character.toUpperCase()) return character;
  return null;
}
