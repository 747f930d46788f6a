/** What the library says of trouble, in the reader's language: codes become words, dates are the language's. */
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type InterfaceLanguage, wordsOf } from '../../../../src/core/words/languages.ts';
import type { ImportPreview } from '../../../../src/messages/to-library.ts';
import { loadLocales } from '../../../../src/publish/locales.ts';
import { Preview } from '../../../../src/ui/library/import-preview.tsx';
import { Problems } from '../../../../src/ui/library/problems.tsx';
import { RescueNotice, type RescueNoticeProps } from '../../../../src/ui/library/rescue-notice.tsx';
import { LIBRARY_TABLES } from '../../../../src/ui/library/strings.ts';
import type { Library } from '../../../../src/ui/library/use-library.ts';
import { CARD_TABLES } from '../../../../src/ui/strings.ts';
import { speak } from '../../../../src/ui/words.ts';
import { aNote } from '../../../helpers/notes.ts';

const locales = loadLocales(join(import.meta.dirname, '../../../../assets/locales'));
const TABLES = { ...CARD_TABLES, ...LIBRARY_TABLES };
// Nothing is pressed here.
const library = {} as Library;

function speakIn(language: InterfaceLanguage): void {
  const { card, library: own } = locales.get(language) ?? {};
  speak(wordsOf(language, { ...card, ...own }), TABLES);
}

async function textOf(view: preact.ComponentChild): Promise<string> {
  await act(() => render(view, document.body));
  return (document.body.textContent ?? '').replace(/\s+/g, ' ');
}

beforeEach(() => render(null, document.body));
afterEach(() => speakIn('en'));

const problems = [
  { item: 3, problem: { code: 'no-address', about: 'mailto:x' } },
  { item: 0, problem: { code: 'empty-file', about: '' } },
] as const;
test.each<[InterfaceLanguage, string[]]>([
  [
    'en',
    [
      '2 items cannot be taken in',
      'item 3: it is about nothing that has a web address: mailto:x',
      'the file: the file is empty',
    ],
  ],
  [
    'de',
    [
      '2 Einträge lassen sich nicht aufnehmen',
      'Eintrag 3: ohne Webadresse, auf die sich die Notiz bezieht: mailto:x',
      'Datei: die Datei ist leer',
    ],
  ],
  ['zh-CN', ['2 个条目无法导入', '第 3 个条目：所指内容没有网址：mailto:x', '文件：文件为空']],
])('why items of a file are left out, in %s', async (language, expected) => {
  speakIn(language);
  const text = await textOf(<Problems preview={{ problems, moreProblems: 0 }} />);
  for (const words of expected) expect(text).toContain(words);
});

test('why a whole file is left out is said without counting items', async () => {
  const whole = [{ item: 0, problem: { code: 'other-format', about: '' } }] as const;
  const text = await textOf(<Problems preview={{ problems: whole, moreProblems: 0 }} />);
  expect(text).toMatch(/^The file cannot be taken in: .*JSON.*RIS/);
  expect(text).not.toContain('item');
});

const NOTHING = {
  name: 'notes.ris',
  fresh: 0,
  same: 0,
  differing: 0,
  sources: 0,
  problems: [],
  moreProblems: 0,
  examples: [],
  warnings: [],
} satisfies ImportPreview;
const previewed = (preview: Partial<ImportPreview>) =>
  textOf(
    <Preview
      preview={{ ...NOTHING, ...preview }}
      keepBoth
      setKeepBoth={() => undefined}
      commit={() => undefined}
      cancel={() => undefined}
    />,
  );

test('the notes of a file that are not shown are counted', async () => {
  const examples = ['a', 'b', 'c'].map((id) => aNote({ id }));
  expect(await previewed({ fresh: 4, examples })).toContain('and 1 more');
  expect(await previewed({ fresh: 3, examples })).not.toContain('more');
});

test('sources of the dataset in a file are told of, and are no trouble', async () => {
  const text = await previewed({ same: 4, sources: 29 });
  expect(text).toContain('29 sources of the dataset');
  expect(text).not.toContain('cannot');
});

test.each<[InterfaceLanguage, string]>([
  ['en', 'before the last update, on 20 November 2026. 1 record could not be read.'],
  ['fr', 'avant la dernière mise à jour, le 20 novembre 2026. 1 enregistrement n’a pas pu être lu.'],
  ['ru', 'перед последним обновлением (20 ноября 2026 г.). Не удалось прочитать 1 запись.'],
])('where a rescued library comes from, in %s', async (language, expected) => {
  speakIn(language);
  const state: RescueNoticeProps['state'] = {
    state: 'rescue',
    reason: 'upgrade',
    detail: 'x',
    from: 'dump',
    at: '2026-11-20T10:00:00.000Z',
    notes: 2,
    broken: 1,
  };
  expect(await textOf(<RescueNotice state={state} library={library} />)).toContain(expected);
});
