import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAINLY_CHROMIUM, startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { bundle } from '../helpers/bundle.ts';
import type * as PageRoom from '../helpers/page-room.ts';

declare global {
  // Put there by the bundled script.
  var pageRoom: typeof PageRoom;
}

/** Ways to show and to hide the letter T: what it is, its markup, whether it can be seen, and a shadow tree for <x-a>. */
const VISIBILITY: readonly (readonly [about: string, html: string, shown: boolean, shadow?: string])[] = [
  ['plain text', '<p>T</p>', true],
  ['no display', '<p style="display:none">T</p>', false],
  ['no display further up', '<div style="display:none"><p>T</p></div>', false],
  ['hidden', '<p style="visibility:hidden">T</p>', false],
  ['shown in hidden', '<div style="visibility:hidden"><p style="visibility:visible">T</p></div>', true],
  ['collapsed', '<p style="visibility:collapse">T</p>', false],
  ['transparent, perhaps about to fade in', '<p style="opacity:0">T</p>', true],
  ['letters without a size', '<p style="font-size:0">T</p>', false],
  ['a size in what has none', '<div style="font-size:0"><p style="font-size:16px">T</p></div>', true],
  ['a box without height', '<div style="height:0;overflow:hidden"><p>T</p></div>', false],
  ['a closed accordion', '<div style="max-height:0;overflow:hidden"><p>T</p></div>', false],
  ['text that leaves its box', '<div style="height:0"><p>T</p></div>', true],
  [
    'text for screen readers',
    '<span style="position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)">T</span>',
    false,
  ],
  ['an empty clip', '<p style="position:absolute;clip:rect(1px,1px,1px,1px)">T</p>', false],
  ['an empty clip path', '<p style="clip-path:inset(50%)">T</p>', false],
  ['a clip path', '<p style="clip-path:inset(5% 10%)">T</p>', true],
  ['a circle of nothing', '<p style="clip-path:circle(0)">T</p>', false],
  ['far to the left', '<p style="position:absolute;left:-9999px">T</p>', false],
  ['far above', '<div style="position:absolute;top:-9999px"><p>T</p></div>', false],
  ['far by its margin', '<p style="position:absolute;margin-left:-9999px">T</p>', false],
  ['far to the left of its place', '<p style="position:relative;left:-9999px">T</p>', false],
  ['far by the margin of what stands in line', '<p style="margin-left:-9999px">T</p>', false],
  ['fixed beyond the other edge', '<p style="position:fixed;right:-9999px">T</p>', false],
  ['moved far away', '<p style="transform:translateX(-9999px)">T</p>', false],
  ['moved by windows', '<p style="position:absolute;translate:-200vw 0">T</p>', false],
  ['shrunk to a point', '<div style="transform:scale(0)"><p>T</p></div>', false],
  ['the same by a property of its own', '<p style="scale:0">T</p>', false],
  ['moved a little', '<p style="transform:translate(20px, 10px)">T</p>', true],
  ['turned and enlarged', '<p style="transform:rotate(5deg);scale:1.2;width:60px;margin:40px">T</p>', true],
  [
    'the slide that a carousel has moved to',
    '<div style="overflow:hidden;width:300px"><div style="display:flex;width:300px;transform:translateX(-1200px)"><p style="flex:none;width:1200px">x</p><p style="flex:none;width:300px">T</p></div></div>',
    true,
  ],
  [
    'a slide that a carousel has moved past',
    '<div style="overflow:hidden;width:300px"><div style="display:flex;width:300px;transform:translateX(-1200px)"><p style="flex:none;width:1200px">T</p><p style="flex:none;width:300px">x</p></div></div>',
    false,
  ],
  [
    'a slide further on',
    '<div style="overflow:hidden;width:300px"><div style="display:flex;width:300px;transform:translateX(0)"><p style="flex:none;width:1200px">x</p><p style="flex:none;width:300px">T</p></div></div>',
    true,
  ],
  [
    'what is moved in a scroller',
    '<div style="height:50px;overflow:auto"><p style="transform:scale(.9)">T</p></div>',
    true,
  ],
  ['a scroller without height', '<div style="height:0;overflow:auto"><p>T</p></div>', false],
  ['letters that nobody can read', '<p style="font-size:0.1px">T</p>', false],
  ['a picture instead', '<p style="text-indent:-9999px;overflow:hidden">T</p>', false],
  ['skipped content', '<p style="content-visibility:hidden">T</p>', false],
  ['skipped content further up', '<div style="content-visibility:hidden"><p>T</p></div>', false],
  [
    'content that is laid out when it is near',
    '<div style="height:4000px"></div><div style="content-visibility:auto"><p>T</p></div>',
    true,
  ],
  ['closed details', '<details><summary>s</summary><p>T</p></details>', false],
  ['open details', '<details open><summary>s</summary><p>T</p></details>', true],
  ['the summary of closed details', '<details><summary>T</summary><p>x</p></details>', true],
  ['hidden until found', '<p hidden="until-found">T</p>', false],
  ['an element without a box', '<span style="display:contents">T</span>', true],
  [
    'such an element in one not shown',
    '<div style="display:none"><b style="display:contents">T</b></div>',
    false,
  ],
  ['an inline element that cannot clip', '<p><span style="overflow:hidden">T</span></p>', true],
  [
    'a table cell',
    '<table><tr style="overflow:hidden"><td style="overflow:hidden">T</td></tr></table>',
    true,
  ],
  [
    'a line cut short',
    '<p style="overflow:hidden;text-overflow:ellipsis;white-space:nowrap;width:90px">T</p>',
    true,
  ],
  ['an inline box without size', '<span style="display:inline-flex;width:0;overflow:hidden">T</span>', false],
  ['a closed dialog', '<dialog>T</dialog>', false],
  ['another case of letters', '<p style="text-transform:uppercase;font-variant:small-caps">T</p>', true],
  ['text no slot shows', '<x-a><p>T</p></x-a>', false, '<b>x</b>'],
  ['text in a slot', '<x-a><p>T</p></x-a>', true, '<slot></slot>'],
  [
    'text in a slot that is not shown',
    '<x-a><p>T</p></x-a>',
    false,
    '<i style="display:none"><slot></slot></i>',
  ],
  [
    'text in a clipped slot',
    '<x-a><p>T</p></x-a>',
    false,
    '<div style="height:0;overflow:hidden"><slot></slot></div>',
  ],
];

/** Places of the name Huawei, each in a paragraph of its own: with whether the pointer can reach it. */
const PLACES: readonly (readonly [about: string, html: string, reached: boolean])[] = [
  ['in a line', '<p>The ministry paid Huawei for cameras.</p>', true],
  ['at the end of an element', '<p>by <b>Huawei</b></p>', true],
  ['split by markup', '<p>paid Hua<b>w<i>e</i></b>i for</p>', true],
  ['in a link', '<p>paid <a href="#">Huawei</a> for</p>', true],
  [
    'with a drop cap',
    '<p><span style="float:left;font-size:50px;line-height:1">H</span>uawei won.</p>',
    true,
  ],
  ['broken over lines', '<p style="width:70px;word-break:break-all">Huawei</p>', true],
  ['turned and scaled', '<p style="transform:rotate(3deg) scale(1.1);width:300px">paid Huawei for</p>', true],
  ['zoomed', '<p style="zoom:1.5">paid Huawei for</p>', true],
  [
    'in columns',
    '<div style="columns:2;width:400px">Some text, Huawei, and so much more text in columns.</div>',
    true,
  ],
  ['right to left', '<p dir="rtl">שלום Huawei עולם</p>', true],
  ['top to bottom', '<p style="writing-mode:vertical-rl;height:150px">by Huawei too</p>', true],
  [
    'where nothing can be selected',
    '<p style="user-select:none;-webkit-user-select:none">paid Huawei for</p>',
    true,
  ],
  ['in a shadow tree', '<x-b></x-b>', true],
  [
    'below a link that covers it',
    '<p style="position:relative"><a href="#" style="position:absolute;inset:0"></a>paid Huawei for</p>',
    false,
  ],
];

describe.each(MAINLY_CHROMIUM)('reading in %s', (name) => {
  let browser: TestBrowser;
  let page: Page;

  const open = async (html: string): Promise<void> => {
    page = (await browser.openHtml(`<!doctype html><meta charset="utf-8">${html}`)).page;
    await page.evaluate(await bundle('page-room.ts', 'pageRoom'));
  };

  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser.close());

  describe('what can be seen:', () => {
    let shown: (boolean | null)[];
    beforeAll(async () => {
      await open(VISIBILITY.map(([, html]) => `<section>${html}</section>`).join('\n'));
      shown = await page.evaluate(
        (shadows) => {
          const isShown = pageRoom.createShownCheck();
          return [...document.querySelectorAll('section')].map((section, i) => {
            const shadow = shadows[i];
            const host = section.querySelector('x-a');
            if (host && shadow) host.attachShadow({ mode: 'open' }).innerHTML = shadow;
            const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              if (walker.currentNode.nodeValue === 'T') return isShown(walker.currentNode);
            }
            return null;
          });
        },
        VISIBILITY.map(([, , , shadow]) => shadow ?? null),
      );
    });
    test.each(VISIBILITY.map(([about, , expected], i) => [about, i, expected] as const))(
      '%s',
      (_, i, expected) => {
        expect(shown[i]).toBe(expected);
      },
    );
  });

  describe('the pointer over a name', () => {
    let found: { readonly inside: number; readonly wrong: number; readonly outside: number }[];
    beforeAll(async () => {
      await open(
        `<style>body{font:18px/1.6 serif;width:600px}p{margin:40px}</style>${PLACES.map(([, html]) => `<div>${html}</div>`).join('')}`,
      );
      found = await page.evaluate(() => {
        const shadow = document.querySelector('x-b')?.attachShadow({ mode: 'open' });
        if (shadow) shadow.innerHTML = '<p>paid <b>Huawei</b> for</p>';
        const map = pageRoom.readText([document.body], { flowsInline: pageRoom.flowsInline });
        const mentions = [...map.text.matchAll(/Huawei/g)].map((match) => {
          const place = pageRoom.locate(map, { start: match.index, end: match.index + 6 });
          if (!place) throw new Error('a name has no place');
          return { range: new StaticRange(place) };
        });
        return mentions.map((mention) => {
          const range = document.createRange();
          range.setStart(mention.range.startContainer, mention.range.startOffset);
          range.setEnd(mention.range.endContainer, mention.range.endOffset);
          range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
          const at = (x: number, y: number) => pageRoom.mentionAt(document, mentions, x, y);
          let points = 0;
          let inside = 0;
          let wrong = 0;
          for (const box of range.getClientRects()) {
            for (let x = box.left + 1; x < box.right - 1; x += 2) {
              points++;
              const hit = at(x, (box.top + box.bottom) / 2);
              if (hit === mention) inside++;
              else if (hit) wrong++;
            }
          }
          const box = range.getBoundingClientRect();
          const around = [
            [box.left - 6, box.top + 4],
            [box.right + 6, box.top + 4],
            [box.left + 4, box.top - 18],
            [box.left + 4, box.bottom + 18],
            [box.right + 900, box.top + 4],
          ] as const;
          const outside = around.filter(([x, y]) => at(x, y) === mention).length;
          return { inside: inside / points, wrong, outside };
        });
      });
    });
    test.each(PLACES.map(([about, , reached], i) => [about, i, reached] as const))('%s', (_, i, reached) => {
      // A pixel at the seam of two elements may belong to neither.
      if (reached) expect(found[i]?.inside).toBeGreaterThan(0.9);
      else expect(found[i]?.inside).toBe(0);
      expect(found[i]).toMatchObject({ wrong: 0, outside: 0 });
    });
  });

  test('marks are highlights: set, kept up, moved on, taken away, without a change to the page', async () => {
    await open('<p>paid Huawei and <b>ZTE</b></p>');
    const told = await page.evaluate(() => {
      const texts = () =>
        [...(CSS.highlights.get('test-a') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          (startContainer as Text).data.slice(startOffset, endOffset),
        );
      const before = document.documentElement.outerHTML;
      const marks = pageRoom.createMarks(pageRoom.browserHighlights());
      const rangesOf = (words: string) => {
        const map = pageRoom.readText([document.body]);
        const start = map.text.indexOf(words);
        const place = pageRoom.locate(map, { start, end: start + words.length });
        return place ? [new StaticRange(place)] : [];
      };
      const seen: unknown[] = [];
      marks.set('test-a', rangesOf('Huawei'));
      seen.push(texts());
      marks.set('test-a', rangesOf('ZTE'));
      seen.push(texts());
      CSS.highlights.clear();
      seen.push(marks.restore(), texts());
      marks.clear();
      seen.push(CSS.highlights.has('test-a'), document.documentElement.outerHTML === before);
      return seen;
    });
    expect(told).toEqual([['Huawei'], ['ZTE'], true, ['ZTE'], false, true]);
  });

  test('words that CSS sets apart are apart, and drop caps are not', async () => {
    await open(
      '<h2><span style="display:block">Huawei</span><span>Cameras</span></h2>' +
        '<div><span style="float:left">H</span>uawei</div>' +
        '<h3 style="display:flex"><span>Dahua</span><span>Deals</span></h3>',
    );
    const text = await page.evaluate(
      () => pageRoom.readText([document.body], { flowsInline: pageRoom.flowsInline }).text,
    );
    expect(text).toBe('Huawei\n\nCameras\n\nHuawei\n\nDahua\n\nDeals');
  });
});
