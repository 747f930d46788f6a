import { beforeEach, describe, expect, test, vi } from 'vitest';
import { mentionAt } from '../../../../src/page/marks/hit-test.ts';
import { locate } from '../../../../src/page/read/text-map.ts';
import { readText } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

/**
 * No layout here, so a made-up one: every letter is ten wide, and a caret look-up answers what `caret` says. The real one
 * is tried in browsers (tests/e2e).
 */
const LETTER = 10;
let caret: { offsetNode: Node; offset: number } | null = null;
let boxesAsked = 0;

beforeEach(() => {
  caret = null;
  boxesAsked = 0;
  const lookUp = vi.fn(() => caret);
  Object.defineProperty(document, 'caretPositionFromPoint', { configurable: true, value: lookUp });
  // A box for each range: from its first to its last letter's place in the whole text of the page.
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    boxesAsked++;
    const before = document.createRange();
    before.setStart(document.body, 0);
    before.setEnd(this.startContainer, this.startOffset);
    const left = before.toString().length * LETTER;
    const right = left + this.toString().length * LETTER;
    return [new DOMRect(left, 0, right - left, 20)] as unknown as DOMRectList;
  });
});

function mentionsOf(html: string, words: RegExp) {
  const body = inPage(html);
  const map = readText([body]);
  const mentions = [...map.text.matchAll(words)].map((match) => {
    const place = locate(map, { start: match.index, end: match.index + match[0].length });
    // StaticRange is no constructor here; it is a plain record of four values anyway.
    return { text: match[0], range: place as unknown as StaticRange };
  });
  return { body, mentions };
}

/** Points at the middle of the nth letter of the page, whose caret is then on the letter's nearer side. */
function pointAt<M extends { range: AbstractRange }>(mentions: readonly M[], letter: number): M | null {
  const walker = document.createTreeWalker(document.body, 4);
  let left = letter;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left < length) {
      caret = { offsetNode: node, offset: left + 1 };
      return mentionAt(document, mentions, letter * LETTER + LETTER / 2, 10);
    }
    left -= length;
  }
  return null;
}

describe('the mention at a point', () => {
  test('is the one whose letters are there', () => {
    const { mentions } = mentionsOf('<p>a Huawei b ZTE c</p>', /Huawei|ZTE/g);
    const seen = Array.from({ length: 16 }, (_, letter) => pointAt(mentions, letter)?.text ?? '·');
    const [h, z] = [Array(6).fill('Huawei'), Array(3).fill('ZTE')];
    expect(seen).toEqual(['·', '·', ...h, '·', '·', '·', ...z, '·', '·']);
  });

  test('is found in every part of a name that markup splits', () => {
    const { mentions } = mentionsOf('<p>a H<b>ua<i>we</i></b>i b</p>', /Huawei/g);
    const seen = Array.from({ length: 10 }, (_, letter) => pointAt(mentions, letter) !== null);
    expect(seen).toEqual([false, false, true, true, true, true, true, true, false, false]);
  });

  test('is found among many in one text node', () => {
    const { mentions } = mentionsOf(`<p>${'Huawei, '.repeat(500)}</p>`, /Huawei/g);
    for (const n of [0, 1, 250, 498, 499]) expect(pointAt(mentions, n * 8 + 3)).toBe(mentions[n]);
    expect(boxesAsked).toBe(5);
  });

  test('is told from its neighbour without a gap', () => {
    const { mentions } = mentionsOf('<p>HuaweiZTE</p>', /Huawei|ZTE/g);
    expect(pointAt(mentions, 5)?.text).toBe('Huawei');
    expect(pointAt(mentions, 6)?.text).toBe('ZTE');
  });

  test('is none in the margin, where the caret snaps to the nearest text', () => {
    const { body, mentions } = mentionsOf('<p>Huawei</p>', /Huawei/g);
    caret = { offsetNode: body.querySelector('p')?.firstChild ?? body, offset: 6 };
    expect(mentionAt(document, mentions, 400, 10)).toBeNull();
    expect(mentionAt(document, mentions, 30, 90)).toBeNull();
    expect(mentionAt(document, mentions, 30, 10)).toBe(mentions[0]);
  });

  test('is none where there is no text at all, and nothing is measured for it', () => {
    const { body, mentions } = mentionsOf('<p>Huawei</p><p>Text</p>', /Huawei/g);
    expect(mentionAt(document, mentions, 30, 10)).toBeNull();
    caret = { offsetNode: body, offset: 0 };
    expect(mentionAt(document, mentions, 30, 10)).toBeNull();
    caret = { offsetNode: body.lastElementChild?.firstChild ?? body, offset: 2 };
    expect(mentionAt(document, mentions, 80, 10)).toBeNull();
    expect(boxesAsked).toBe(0);
  });

  test('is none when there are none', () => {
    expect(mentionAt(document, [], 30, 10)).toBeNull();
  });

  test('is none once its text was shortened', () => {
    const { body, mentions } = mentionsOf('<p>a Huawei</p>', /Huawei/g);
    const text = body.querySelector('p')?.firstChild as Text;
    text.data = 'a Hua';
    caret = { offsetNode: text, offset: 4 };
    expect(mentionAt(document, mentions, 35, 10)).toBeNull();
  });

  test('is asked for with the shadow trees that hold mentions', () => {
    const body = inPage('<p>Text</p><x-a></x-a>');
    const outer = body.querySelector('x-a')?.attachShadow({ mode: 'open' });
    if (outer) outer.innerHTML = '<x-b></x-b>';
    const inner = outer?.querySelector('x-b')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = '<p>Huawei</p>';
    const startContainer = inner?.querySelector('p')?.firstChild as Text;
    const range = { startContainer, startOffset: 0, endContainer: startContainer, endOffset: 6 };
    const lookUp = document.caretPositionFromPoint;
    mentionAt(document, [{ range: range as unknown as StaticRange }], 30, 10);
    expect(lookUp).toHaveBeenCalledWith(30, 10, { shadowRoots: [inner, outer] });
  });
});

test('older browsers are asked their own way', () => {
  const { body, mentions } = mentionsOf('<p>Huawei</p>', /Huawei/g);
  Object.defineProperty(document, 'caretPositionFromPoint', { configurable: true, value: undefined });
  const range = document.createRange();
  range.setStart(body.querySelector('p')?.firstChild ?? body, 3);
  Object.defineProperty(document, 'caretRangeFromPoint', { configurable: true, value: () => range });
  expect(mentionAt(document, mentions, 30, 10)).toBe(mentions[0]);
  Object.defineProperty(document, 'caretRangeFromPoint', { configurable: true, value: undefined });
  expect(mentionAt(document, mentions, 30, 10)).toBeNull();
});
