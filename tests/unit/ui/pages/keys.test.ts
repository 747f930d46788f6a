import { expect, test } from 'vitest';
import { keysInWords } from '../../../../src/ui/pages/keys.ts';

test.each([
  ['Alt+Shift+Period', 'Alt + Shift + .'],
  ['Ctrl+Comma', 'Ctrl + ,'],
  ['⌥⇧P', '⌥⇧P'],
  ['', ''],
])('%s: %s', (shortcut, words) => {
  expect(keysInWords(shortcut)).toBe(words);
});
