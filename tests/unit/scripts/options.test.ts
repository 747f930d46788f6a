import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../scripts/lib/failure.mjs';
import { readOptions } from '../../../scripts/start/options.ts';

const FILE = join(import.meta.dirname, 'options.test.ts');
const NO_DISPLAY = { INIT_CWD: import.meta.dirname };
const DISPLAY = { ...NO_DISPLAY, DISPLAY: ':0' };

describe.skipIf(process.platform !== 'linux')('whether there is a window', () => {
  const cases: [args: string[], environment: NodeJS.ProcessEnv, visible: boolean, tour: boolean][] = [
    [[], DISPLAY, true, false],
    [[], NO_DISPLAY, false, true],
    [['--headless'], DISPLAY, false, true],
    [['--json'], DISPLAY, false, true],
    [['--screenshot', 'a.png'], DISPLAY, false, true],
    [['--headed', '--screenshot', 'a.png'], DISPLAY, true, true],
  ];
  test.each(cases)('%j', (args, environment, visible, tour) => {
    expect(readOptions([FILE, ...args], environment)).toMatchObject({ visible, tour });
  });
});

describe('what is opened', () => {
  test('a file, named from where the caller stands', () => {
    expect(readOptions(['options.test.ts'], NO_DISPLAY).target).toEqual({ type: 'file', path: FILE });
  });

  test('a file: address', () => {
    expect(readOptions([`file://${FILE}`], NO_DISPLAY).target).toEqual({ type: 'file', path: FILE });
  });

  test('an address', () => {
    const url = 'https://news.example/a?b#c';
    expect(readOptions([url], NO_DISPLAY).target).toEqual({ type: 'address', url });
  });
});

const wrong: [args: string[], message: RegExp][] = [
  [['nowhere.html'], /there is no file .*nowhere\.html/],
  [['ftp://x.example/'], /only http and https/],
  [[FILE, FILE], /one page at a time/],
  [[FILE, '--browser', 'opera'], /chromium or firefox, not opera/],
  [[FILE, '--headed', '--headless'], /exclude each other/],
  [[FILE, '--what'], /--what/],
];
test.each(wrong)('refuses %j', (args, message) => {
  const read = () => readOptions(args, NO_DISPLAY);
  expect(read).toThrow(Failure);
  expect(read).toThrow(message);
});
