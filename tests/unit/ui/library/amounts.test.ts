/** Numbers of the library page, in every form in which the interface's languages write them. */
import { afterEach, expect, test } from 'vitest';
import { type InterfaceLanguage, wordsOf } from '../../../../src/core/words/languages.ts';
import { inDigits, inPercent } from '../../../../src/ui/library/amounts.ts';
import { bytesInWords } from '../../../../src/ui/library/room.ts';
import { speak } from '../../../../src/ui/words.ts';

afterEach(() => speak(wordsOf('en'), {}));

/** Spaces of every width are one: which one a language takes is not ours to say. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

const AMOUNTS: [language: InterfaceLanguage, digits: string, share: string, sizes: readonly string[]][] = [
  ['en', '12,345', '42%', ['0 bytes', '999 bytes', '1.5 kB', '12 MB']],
  ['de', '12.345', '42 %', ['0 Byte', '999 Byte', '1,5 kB', '12 MB']],
  ['fr', '12 345', '42 %', ['0 octet', '999 octets', '1,5 ko', '12 Mo']],
  ['ru', '12 345', '42 %', ['0 байт', '999 байт', '1,5 кБ', '12 МБ']],
  ['sr', '12.345', '42%', ['0 бајтова', '999 бајтова', '1,5 kB', '12 MB']],
];
test.each(AMOUNTS)('in %s', (language, digits, share, sizes) => {
  speak(wordsOf(language), {});
  expect(plain(inDigits(12_345))).toBe(digits);
  expect(plain(inPercent(0.42))).toBe(share);
  expect([0, 999, 1500, 12_345_678].map((bytes) => plain(bytesInWords(bytes)))).toEqual(sizes);
});
