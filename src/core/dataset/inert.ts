/**
 * What makes the text of a dataset nothing but text, and its addresses lead where they say. One law for the records that people
 * edit and for the releases that are downloaded: a release of somebody's own goes through no checker of ours.
 */

/** C0/C1 controls, bidi controls and zero-width characters have no business in text that is shown beside the news. */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\u{e0000}-\u{e007f}]/u;
const MARKUP = /<\/?[a-zA-Z!]/;

/** What keeps it from being plain text, or null. */
export function textProblem(text: string): string | null {
  if (FORBIDDEN_CHARACTERS.test(text)) return 'holds a control, zero-width or direction-changing character';
  return MARKUP.test(text) ? 'holds markup: write plain text' : null;
}

/** What keeps it from being an address of the web that can be shown and linked, or null. */
export function addressProblem(address: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== 'http' && scheme !== 'https')
    return `only http and https addresses are allowed, not ${scheme ? `${scheme}:` : 'an address without a scheme'}`;
  if (FORBIDDEN_CHARACTERS.test(address) || /^https?:\/\/[^/?#]*@/i.test(address))
    return 'an address with a name before its host, or with characters that cannot be seen';
  return /^https?:\/\/[^\s/"'<>\\]+\.[^\s"'<>\\]+$/i.test(address) ? null : 'not a web address';
}

/** Such a finding as a schema takes it (zod's superRefine; no import of zod, which is too heavy for a card). */
export function told(problemOf: (value: string) => string | null) {
  return (value: string, context: { addIssue(issue: { code: 'custom'; message: string }): void }) => {
    const message = problemOf(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  };
}
