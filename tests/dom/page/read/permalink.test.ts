import { describe, expect, test } from 'vitest';
import { areOfOnePage, isOnThisSite, leadsElsewhere, pageOf } from '../../../../src/page/read/permalink.ts';

/** A link on the page at this address, as far as it is asked. */
const linkOn = (URL: string, href: string) =>
  ({ getAttribute: () => href, ownerDocument: { URL } }) as unknown as Element;

const STORY = 'https://news.example/2024/cameras.html?from=home#top';
const FORUM = 'https://forum.example/viewtopic.php?t=5';
const FRONT = 'https://news.example/';

describe('a link leads elsewhere', () => {
  test.each<[page: string, href: string, elsewhere: boolean]>([
    [STORY, '#part', false],
    [STORY, '', false],
    [STORY, '?update=12', false],
    [STORY, 'cameras.html', false],
    [STORY, '/2024/cameras.html', false],
    [STORY, ' /2024/cameras.html?update=12#entry ', false],
    [STORY, 'https://news.example/2024/cameras.html', false],
    [STORY, '//news.example/2024/cameras.html', false],
    [STORY, 'other.html', true],
    [STORY, '../2024/cameras.html', true],
    [STORY, '/2025/cameras.html', true],
    [STORY, '/', true],
    [STORY, 'https://other.example/2024/cameras.html', true],
    [STORY, 'mailto:desk@news.example', true],
    [FORUM, 'viewtopic.php?t=5', false],
    [FORUM, './viewtopic.php?p=12#p12', true],
    [FORUM, 'viewtopic.php?p=12#p12', false],
    [FORUM, 'viewtopic.php?t=6', true],
    [FRONT, '/?p=12', true],
    [FRONT, '/', false],
    [FRONT, 'https://news.example', false],
    [FRONT, '/story', true],
    ['about:blank', '/story', true],
  ])('on %s: %s: %s', (page, href, elsewhere) => {
    expect(leadsElsewhere(linkOn(page, href))).toBe(elsewhere);
  });
});

test.each<[href: string, other: string, one: boolean]>([
  ['/live?update=1', '/live?update=2', true],
  ['/live#one', '/live#two', true],
  ['/live', '/live', false],
  ['/?p=1', '/?p=2', false],
  ['/a?x=1', '/b?x=1', false],
])('%s and %s are entries of one page: %s', (href, other, one) => {
  expect(areOfOnePage(linkOn(STORY, href), linkOn(STORY, other))).toBe(one);
});

test('pages are told apart by host, path and, where one script serves all, by what it is asked', () => {
  const pages = ['/a', '/a?x=1', '/b', '/?p=1', '/?p=2', 'https://other.example/a'].map((href) =>
    pageOf(linkOn(STORY, href)),
  );
  expect(new Set(pages).size).toBe(5);
  expect(isOnThisSite(linkOn(STORY, '/a'))).toBe(true);
  expect(isOnThisSite(linkOn(STORY, 'https://twitter.example/share'))).toBe(false);
});
