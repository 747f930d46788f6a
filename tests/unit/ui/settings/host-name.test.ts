import { expect, test } from 'vitest';
import { hostOf } from '../../../../src/ui/settings/host-name.ts';

test.each([
  ['news.example', 'news.example'],
  ['  News.Example ', 'news.example'],
  ['https://www.news.example/a?b#c', 'www.news.example'],
  ['news.example:8080/a', 'news.example'],
  ['новости.рф', 'xn--b1amnebsh.xn--p1ai'],
  ['*.news.example', null],
  ['two words', null],
  ['', null],
  ['http://', null],
])('%j is %j', (text, host) => {
  expect(hostOf(text)).toBe(host);
});
