/** The article on the welcome page teaches only if its names are found, in every language. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { LANGUAGES } from '../../../../src/core/words/languages.ts';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { loadLocales } from '../../../../src/publish/locales.ts';
import { WELCOME } from '../../../../src/ui/pages/strings.ts';

const assets = join(import.meta.dirname, '../../../../assets');
const linker = createLinker(compileDataset(join(assets, 'dataset')));
const locales = loadLocales(join(assets, 'locales'));

test.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('names are found in %s', (language) => {
  const words = language === 'en' ? WELCOME : locales.get(language)?.pages.WELCOME;
  const text = `${words?.text1}\n${words?.text2}`;
  const found = link(linker, text, language.slice(0, 2)).map(({ entity }) => entity);
  expect(found).toEqual(expect.arrayContaining(['safe-city-belgrade', 'huawei', 'share-foundation']));
});

test.each([...locales])('the sample sentence of %s names the same company twice', (_, { pages }) => {
  expect(String(pages.SETTINGS?.sample).split('Huawei')).toHaveLength(3);
});
