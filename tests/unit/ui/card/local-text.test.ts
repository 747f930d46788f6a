import { describe, expect, it } from 'vitest';
import { localText, localTextLanguage } from '../../../../src/ui/card/local-text.ts';

const BOTH = { en: 'A law.', sr: 'Zakon.' };
const ENGLISH = { en: 'A law.' };

describe('text in the reader’s language', () => {
  it.each([
    [BOTH, 'sr-RS', 'Zakon.', 'sr'],
    [BOTH, 'hr', 'Zakon.', 'sr'],
    [BOTH, 'de', 'A law.', undefined],
    [BOTH, 'srn', 'A law.', undefined],
    [ENGLISH, 'sr', 'A law.', undefined],
  ])('%j for %s is “%s”', (text, language, shown, lang) => {
    expect(localText(text, language)).toBe(shown);
    expect(localTextLanguage(text, language)).toBe(lang);
  });
});
