import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../../src/core/settings/settings.ts';
import { chooseLanguage, LANGUAGES } from '../../../../src/core/words/languages.ts';

describe('the language a reader gets', () => {
  test.each([
    ['de', ['fr'], 'de'],
    ['auto', ['fr-CA', 'en'], 'fr'],
    ['auto', ['sr-RS'], 'sr'],
    ['auto', ['sr-Latn-RS'], 'sr-Latn'],
    ['auto', ['cnr'], 'sr-Latn'],
    ['auto', ['zh_CN'], 'zh-CN'],
    ['auto', ['zh-Hant-TW', 'de'], 'de'],
    ['auto', ['zh-Hant-TW'], 'zh-CN'],
    ['auto', ['zh-HK', 'en-GB'], 'en'],
    ['auto', ['zh-Hans-HK'], 'zh-CN'],
    ['auto', ['zh-TW', 'zh', 'en'], 'zh-CN'],
    ['auto', ['hr'], 'sr-Latn'],
    ['auto', ['hr-HR', 'de'], 'sr-Latn'],
    ['auto', ['bs-Latn-BA'], 'sr-Latn'],
    ['auto', ['bs-Cyrl-BA'], 'sr'],
    ['auto', ['pt', 'hr'], 'sr-Latn'],
    ['auto', ['constructor'], 'en'],
    ['auto', [], 'en'],
  ] as const)('chosen %s, browser %j: %s', (setting, browser, language) => {
    expect(chooseLanguage(setting, browser)).toBe(language);
  });

  test('every language that can be chosen is one', () => {
    expect(['auto', ...Object.keys(LANGUAGES)].sort()).toEqual([...INTERFACE_LANGUAGES].sort());
  });
});
