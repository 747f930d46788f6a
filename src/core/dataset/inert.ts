/**
 * What makes the text of a dataset nothing but text, and its addresses lead where they say. One law for the records that people
 * edit and for the releases that are downloaded: a release of somebody's own goes through no checker of ours.
 */
import type { z } from 'zod';

/** C0/C1 controls, bidi controls and zero-width characters: in an address there is none of them. */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\u{e0000}-\u{e007f}]/u;

/** Half a pair of surrogates, and what stands where a letter was lost: no page has it in the same place. */
const BROKEN = /[\p{Surrogate}\ufffd]/u;

/** Scripts in which a joiner or non-joiner (U+200D, U+200C) is part of how a word is spelled. */
const SPELLED_WITH_JOINTS =
  'Arabic,Syriac,Devanagari,Bengali,Gurmukhi,Gujarati,Oriya,Tamil,Telugu,Kannada,Malayalam,Sinhala,Khmer,Myanmar,Tibetan';
/** They stand in Hebrew and Arabic titles, and cannot turn around what stands beside them. */
const MARKS = /[\u200e\u200f]/g;

/** Names of HTML: titles stand in angle brackets too. */
const ELEMENTS =
  'a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo|bgsound|big|blink|blockquote|body|br|button|' +
  'canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|' +
  'figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|' +
  'legend|li|link|main|map|mark|marquee|math|menu|meta|meter|nav|noembed|noframes|noscript|object|ol|optgroup|option|output|' +
  'p|param|picture|plaintext|pre|progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|' +
  'strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|' +
  'wbr|xmp';
const MARKUP = new RegExp(`</?(?:${ELEMENTS})(?:[\\s/][^<>]*)?>|<!(?:--|doctype)`, 'i');

/**
 * Text of nothing but what Latin, Greek and Cyrillic texts are made of: nothing in it hides, and without "<" it is no markup.
 * Nearly all texts of a release are, and there are a million of them in a large one.
 */
const EVERYDAY = /^[\n -;=-~\u00a0-\u00ac\u00ae-\u024f\u0370-\u052f\u2010-\u2027\u20ac]*$/;

/** Made when first asked for: a card needs nothing of it. */
let joints: RegExp | null = null;

/** The text without the signs that nobody sees and its script is spelled with. */
export function withoutJoints(text: string): string {
  joints ??= jointsOf(SPELLED_WITH_JOINTS.replace(/(\w+),?/g, '\\p{Script=$1}'));
  return text.replace(joints, '');
}

function jointsOf(scripts: string): RegExp {
  const places = [
    `(?<=[${scripts}]\\p{M}*)[\\u200c\\u200d]`,
    // "PDF" with a Persian ending.
    `(?<=[\\p{L}\\p{M}\\p{N}])\\u200c(?=[${scripts}])`,
    // One picture made of two.
    '(?<=\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*)\\u200d(?=\\p{Extended_Pictographic})',
  ];
  return new RegExp(places.join('|'), 'gu');
}

/** True where somebody could hide something: a sign that is not seen, or that turns text around, and no word needs it. */
export function hidesSomething(text: string): boolean {
  return FORBIDDEN_CHARACTERS.test(withoutJoints(text).replace(MARKS, ''));
}

/** What keeps it from being plain text, or null. */
export function textProblem(text: string): string | null {
  if (EVERYDAY.test(text)) return null;
  if (hidesSomething(text)) return 'holds a control, zero-width or direction-changing character';
  if (BROKEN.test(text))
    return 'holds a broken character: half of one, or U+FFFD, which stands for one that was lost';
  return MARKUP.test(text) ? 'holds markup: write plain text' : null;
}

/** What keeps it from being an address of the web that can be shown and linked, or null. */
export function addressProblem(address: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https')
    return `only http and https addresses are allowed, not ${scheme ? `${scheme}:` : 'an address without a scheme'}`;
  if (FORBIDDEN_CHARACTERS.test(address) || /^https?:\/\/[^/?#]*@/i.test(address))
    return 'an address with a name before its host, or with characters that cannot be seen';
  const isWhole = /^https?:\/\/[^\s/?#"'<>\\]+\.[^\s/?#"'<>\\]+(?:[/?#][^\s"<>\\]*)?$/i;
  return isWhole.test(address) ? null : 'not a web address';
}

/** Such a finding as a check of a schema. Only zod's types: itself it is too heavy for a card. */
export function told(problemOf: (value: string) => string | null): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const message = problemOf(value);
    if (message !== null) issues.push({ code: 'custom', message, input: value, continue: true });
  };
}
