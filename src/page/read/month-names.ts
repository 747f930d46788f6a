/** Names of months in the page's language, as dates have them (“18 июня”, “18 de junio”), from the browser's own tables. */

/** Number of the month (from 1) by its name or abbreviation in this language (BCP 47); null for other words. */
export function monthNamed(word: string, language: string): number | null {
  return namesIn(language).get(bare(word)) ?? null;
}

const known = new Map<string, ReadonlyMap<string, number>>();

function namesIn(language: string): ReadonlyMap<string, number> {
  const before = known.get(language);
  if (before) return before;
  const names = new Map<string, number>();
  known.set(language, names);
  try {
    for (const month of ['long', 'short'] as const) {
      const inDates = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const parts = inDates.formatToParts(Date.UTC(2001, number - 1, 15));
        const name = parts.find((part) => part.type === 'month')?.value ?? '';
        // Of Chinese and the like it is a number.
        if (/\p{L}{3}/u.test(name)) names.set(bare(name), number);
      }
    }
  } catch {
    // No language that the browser knows by this name: English is read in any case.
  }
  return names;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.\s]+/g, '');
}
