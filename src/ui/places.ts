/** Places by name: ISO 3166 codes, and the two that are none. */

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

export function placeName(code: string): string {
  return code === 'EU' ? 'European Union' : code === 'INT' ? 'International' : (names.of(code) ?? code);
}
