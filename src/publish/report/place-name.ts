/** Places by their English names. */
const NAMES = new Intl.DisplayNames('en', { type: 'region' });

/** The name of an ISO 3166 code; INT is what crosses borders. */
export function placeName(code: string): string {
  if (code === 'INT') return 'International';
  try {
    return NAMES.of(code) ?? code;
  } catch {
    return code; // `of` throws on what is no code at all.
  }
}
