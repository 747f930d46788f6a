/** Names of months in the page's language, as dates have them (“18 июня”, “18 de junio”), from the browser's own tables. */

/** Number of the month (from 1) by its name or abbreviation in this language (BCP 47); null for other words. */
export function monthNamed(word: string, language: string): number | null {
  const names = namesIn(language);
  return names.size === 0 ? null : (names.get(bare(word, language)) ?? null);
}

const known = new Map<string, ReadonlyMap<string, number>>();

function namesIn(language: string): ReadonlyMap<string, number> {
  const before = known.get(language);
  if (before) return before;
  const names = new Map<string, number>();
  known.set(language, names);
  for (const variant of variantsOf(language)) {
    try {
      addNames(variant, names);
    } catch {
      // No language that the browser knows by this name: English is read in any case.
    }
  }
  return names;
}

/** Austria writes Jänner and Januar; a page that says it is in Serbian may be in either script. */
function variantsOf(language: string): string[] {
  const [base = language] = language.split('-');
  return base === 'sr' ? ['sr-Latn', 'sr-Cyrl'] : [language, base];
}

function addNames(language: string, names: Map<string, number>): void {
  for (const month of ['long', 'short'] as const) {
    const inDates = new Intl.DateTimeFormat(language, {
      calendar: 'gregory',
      day: 'numeric',
      month,
      timeZone: 'UTC',
    });
    for (let number = 1; number <= 12; number++) {
      const parts = inDates.formatToParts(Date.UTC(2001, number - 1, 15));
      const name = parts.find((part) => part.type === 'month')?.value ?? '';
      // Of Chinese and the like it is a number.
      if (/\p{L}{3}/u.test(name)) names.set(bare(name, language), number);
    }
  }
}

/** By the rules of the language alone: what stands behind it in a page's tag may be anything. */
function bare(word: string, language: string): string {
  return word.toLocaleLowerCase(language.split('-')[0]).replace(/[.\s]+/g, '');
}
