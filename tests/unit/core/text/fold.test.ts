import { describe, expect, it, vi } from 'vitest';
import {
  CJK,
  classOf,
  entryByProperties,
  fold,
  foldEntry,
  IGNORED,
  OTHER,
  SPACE,
  UNSEEN,
  WORD,
} from '../../../../src/core/text/fold.ts';

const cases: [string, string, string][] = [
  ['lower-cases', 'Huawei', 'huawei'],
  ['takes marks off Latin letters', 'Čović Đinđić Łódź', 'covic dindic lodz'],
  ['takes combining marks off', 'Vuc\u030cic\u0301', 'vucic'],
  ['keeps й apart from и', 'Хуавей', 'хуавей'],
  ['folds ё to е', 'Ещё', 'еще'],
  ['folds full-width letters', 'Ｈｕａｗｅｉ', 'huawei'],
  ['skips soft hyphens and zero-width spaces', 'Clear\u00adview Hik\u200bvision', 'clearview hikvision'],
  [
    'makes any run of spaces and dashes one space',
    'NSO\u00a0 Group – Belt-and-Road',
    'nso group belt and road',
  ],
  ['makes apostrophes one', 'Huawei’s Huawei`s', "huawei's huawei's"],
  ['drops spaces at the ends', '  Share \n', 'share'],
  ['strips Arabic vowel marks and tatweel', 'هُـواوي', 'هواوي'],
  ['keeps ideographs', '华为', '华为'],
];

describe('fold', () => {
  it.each(cases)('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['a', WORD],
    ['ж', WORD],
    ['7', WORD],
    ['_', WORD],
    ['华', CJK],
    ['カ', CJK],
    [' ', SPACE],
    ['—', SPACE],
    ['\u00a0', SPACE],
    ['.', OTHER],
    ['’', OTHER],
    ['\u00ad', IGNORED],
    ['\u0301', IGNORED],
    ['\ud83d', OTHER],
  ])('classifies %j', (character, kind) => {
    expect(classOf(foldEntry(character.charCodeAt(0)))).toBe(kind);
  });
});

it('holds from the start what Unicode says of the units that most texts are made of', async () => {
  // Other tests have asked about more by now.
  vi.resetModules();
  const { FOLD_TABLE, foldEntry } = await import('../../../../src/core/text/fold.ts');
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
  const held = units.filter((unit) => FOLD_TABLE[unit] !== UNSEEN);
  expect(held.length).toBe(563);
  expect(held.filter((unit) => FOLD_TABLE[unit] !== entryByProperties(unit))).toEqual([]);
  // An ideograph brings all of its block.
  foldEntry('的'.charCodeAt(0));
  const ideographs = units.filter((unit) => unit >= 0x4e00 && unit <= 0x9fff);
  expect(ideographs.filter((unit) => FOLD_TABLE[unit] !== entryByProperties(unit))).toEqual([]);
});
