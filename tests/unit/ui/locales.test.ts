/** Every language says everything that English says, with the same gaps and its own plurals. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANNOUNCE } from '../../../src/background/announcement.ts';
import { BROWSER } from '../../../src/background/browser-words.ts';
import { type Entry, fill, type WordPart } from '../../../src/core/words/fill.ts';
import { LANGUAGES, wordsOf } from '../../../src/core/words/languages.ts';
import { NOTICE } from '../../../src/page/words.ts';
import { loadLocales, packLocales } from '../../../src/publish/locales.ts';
import { TOOL_TABLES } from '../../../src/ui/card-tools/strings.ts';
import { LIBRARY_TABLES } from '../../../src/ui/library/strings.ts';
import { NOTE_TABLES } from '../../../src/ui/notes/strings.ts';
import { PAGE_TABLES } from '../../../src/ui/pages/strings.ts';
import { CARD_TABLES, LANGUAGE, TEXT } from '../../../src/ui/strings.ts';
import { speak, type Tables } from '../../../src/ui/words.ts';

const ENGLISH: Readonly<Record<WordPart, Tables>> = {
  card: { ...CARD_TABLES, ...TOOL_TABLES },
  pages: PAGE_TABLES,
  library: LIBRARY_TABLES,
  notes: NOTE_TABLES,
  announce: { ANNOUNCE, BROWSER, NOTICE },
};
const locales = loadLocales(join(import.meta.dirname, '../../../assets/locales'));

/** What a language lacks or says wrongly, each as `part.TABLE.key: why`. */
function problemsOf(language: keyof typeof LANGUAGES): string[] {
  const { locale } = LANGUAGES[language];
  return Object.entries(ENGLISH).flatMap(([part, tables]) => {
    const words = locales.get(language)?.[part as keyof typeof ENGLISH] ?? {};
    const missing = Object.entries(tables).flatMap(([name, table]) =>
      Object.entries(table).flatMap(([key, english]) => {
        const problem = problemOf(english, words[name]?.[key], locale);
        return problem ? [`${part}.${name}.${key}: ${problem}`] : [];
      }),
    );
    const unknown = Object.entries(words).flatMap(([name, table]) =>
      Object.keys(table)
        .filter((key) => !Object.hasOwn(tables[name] ?? {}, key))
        .map((key) => `${part}.${name}.${key}: English has no such key`),
    );
    return [...missing, ...unknown];
  });
}

function problemOf(english: unknown, entry: Entry | undefined, locale: string): string | null {
  if (entry === undefined) return 'missing';
  if (Array.isArray(english))
    return Array.isArray(entry) && entry.length === english.length && entry.every(Boolean)
      ? null
      : `needs ${english.length} texts`;
  if (typeof english === 'string') {
    if (typeof entry !== 'string') return 'needs one text';
    return (english === '') === (entry === '') ? null : 'is empty on one side only';
  }
  if (typeof english !== 'function' || Array.isArray(entry)) return 'has another form than English';
  return problemOfMessage(english as Message, entry as Exclude<Entry, readonly string[]>, locale);
}

type Message = (...args: unknown[]) => string;

function problemOfMessage(
  english: Message,
  entry: string | Readonly<Record<string, string>>,
  locale: string,
): string | null {
  const markers = [0, 1, 2, 3].map((i) => `⟦${i}⟧`);
  const said = english(...markers);
  const gaps = markers.flatMap((marker, i) => (said.includes(marker) ? [`{${i}}`] : []));
  const texts = typeof entry === 'string' ? [entry] : Object.values(entry);
  for (const text of texts) {
    const own = [...new Set(text.match(/\{\d\}/g))].sort();
    if (text === '' || own.join() !== gaps.join()) return `“${text}” needs the gaps ${gaps.join(' ')}`;
  }
  const counts = (n: number) => english(n, n, n, n).replaceAll(String(n), '#');
  if (counts(1) === counts(2)) return null;
  const plurals = new Intl.PluralRules(locale);
  const needed = new Set(Array.from({ length: 201 }, (_, n) => plurals.select(n)));
  if (needed.size === 1) return null;
  const lacking = [...needed].sort().filter((form) => typeof entry === 'string' || entry[form] === undefined);
  return lacking.length > 0 ? `lacks the plural forms ${lacking.join(', ')}` : null;
}

describe('the locales', () => {
  test('are all there', () => {
    expect(['en', ...locales.keys()].sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  test.each([...locales.keys()])('%s says everything', (language) => {
    expect(problemsOf(language)).toEqual([]);
  });

  test('no two parts have tables of the same name: a page speaks several of them', () => {
    const names = Object.values(ENGLISH).flatMap((tables) => Object.keys(tables));
    expect(names).toEqual([...new Set(names)]);
  });

  test('a missing key, a lost gap and a lost plural are named', () => {
    const message: Message = (n) => `${n} ${n === 1 ? 'name' : 'names'}`;
    expect(problemOf('A', undefined, 'de')).toBe('missing');
    expect(problemOf(message, '{0} Namen', 'de')).toMatch(/plural forms one, other/);
    expect(problemOf(message, { one: 'ein Name', other: '{0} Namen' }, 'de')).toMatch(/needs the gaps \{0\}/);
    expect(problemOf(message, { one: '{0} name', other: '{0} names' }, 'ru')).toMatch(/few, many/);
    expect(problemOf(message, '{0} 个名称', 'zh-CN')).toBeNull();
  });

  test('a browser in a language near one of ours is given the manifest’s words of it', () => {
    const packed = packLocales(locales, { description: 'English' });
    expect(packed.get('_locales/hr/messages.json')).toBe(packed.get('_locales/sr_Latn/messages.json'));
    expect(packed.get('_locales/zh_TW/messages.json')).toBe(packed.get('_locales/zh_CN/messages.json'));
    expect(packed.get('_locales/hr/messages.json')).not.toBe(packed.get('_locales/en/messages.json'));
  });

  test('Cyrillic is made from Latin, and leaves the names of programs alone', () => {
    const [latin, cyrillic] = (['sr-Latn', 'sr'] as const).map(
      (language) => locales.get(language)?.card.TEXT,
    );
    expect([latin?.archivedNote, cyrillic?.archivedNote]).toEqual([
      'Otvara kopiju u arhivi Internet Archive',
      'Отвара копију у архиви Internet Archive',
    ]);
    const menu = locales.get('sr')?.announce.BROWSER?.saveSelection;
    expect(fill(menu as string, ['%s'], 'sr')).toBe('Сачувај „%s“ у Sidelight');
    const { library } = locales.get('sr') ?? {};
    expect(JSON.stringify(library?.FIRST_STEP?.select)).toContain('Alt+Shift+S,');
    expect(library?.KEY?.edit).toEqual(['e', 'измени']);
  });
});

describe('speaking', () => {
  test('takes the words of a language, English for what it lacks, and English again', () => {
    const german = locales.get('de');
    const { missing: _, ...some } = german?.card.TEXT ?? {};
    speak(wordsOf('de', { ...german?.card, TEXT: some }), CARD_TABLES);
    expect([LANGUAGE, TEXT.knownThen('18. Juni 2019'), TEXT.withheld(1), TEXT.missing]).toEqual([
      'de',
      'Bekannt am 18. Juni 2019',
      fill(german?.card.TEXT?.withheld as Exclude<Entry, readonly string[]>, [1], 'de'),
      'There is no card for this any more.',
    ]);
    speak(wordsOf('en'), CARD_TABLES);
    expect([LANGUAGE, TEXT.knownThen('18 June 2019')]).toEqual(['en', 'Known on 18 June 2019']);
  });
});
