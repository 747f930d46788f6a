import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate, segmentAt, type TextMap } from '../../../../src/page/read/text-map.ts';
import { readText } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

/** The page's own words at a place, put together from its text nodes. */
function wordsAt(map: TextMap, start: number, end: number): string | null {
  const place = locate(map, { start, end });
  if (!place) return null;
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range.toString();
}

describe('locate', () => {
  const cases: readonly (readonly [about: string, html: string, words: string])[] = [
    ['within one text node', '<p>paid Huawei for</p>', 'Huawei'],
    ['over elements', '<p>paid Hua<b>w</b>ei for</p>', 'Huawei'],
    ['over a comment', '<p>Celle<!-- x -->brite</p>', 'Cellebrite'],
    ['over walked and plain elements', '<div>NSO <span>Gr</span><i>oup</i></div>', 'NSO Group'],
    ['at the beginning', '<p>Huawei won</p>', 'Huawei'],
    ['at the end', '<p>won by <b>Huawei</b></p>', 'Huawei'],
    ['in the last of many blocks', '<p>One</p><ul><li>Two</li></ul><p>by <i>Huawei</i>.</p>', 'Huawei'],
    ['over blocks', '<p>NSO</p><p>Group</p>', 'NSO\n\nGroup'],
    ['of characters of two units', '<p>a 📷<b>📷 b</b></p>', '📷📷'],
  ];
  test.each(cases)('finds words %s', (_, html, words) => {
    const map = readText([inPage(html)]);
    const start = map.text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(wordsAt(map, start, start + words.length)).toBe(words.replace(/\n/g, ''));
  });

  test('a range holds nothing of the nodes beside it', () => {
    const body = inPage('<p><i>A</i><b>Huawei</b><u>Z</u></p>');
    const name = body.querySelector('b')?.firstChild;
    expect(locate(readText([body]), { start: 1, end: 7 })).toEqual({
      startContainer: name,
      startOffset: 0,
      endContainer: name,
      endOffset: 6,
    });
  });

  test('newlines between blocks at the ends are left out', () => {
    const map = readText([inPage('<p>One</p><p>Two</p><p>Three</p>')]);
    expect(wordsAt(map, 3, 8)).toBe('Two');
    expect(wordsAt(map, 4, 10)).toBe('Two');
    expect(wordsAt(map, 5, 9)).toBe('Two');
  });

  test('nothing but such newlines is nowhere, and so is nothing', () => {
    const map = readText([inPage('<p>One</p><p>Two</p>')]);
    expect(locate(map, { start: 3, end: 5 })).toBeNull();
    expect(locate(map, { start: 1, end: 1 })).toBeNull();
    expect(locate(map, { start: 8, end: 9 })).toBeNull();
    expect(locate(readText([]), { start: 0, end: 1 })).toBeNull();
  });

  test('what has been cut off since is nowhere', () => {
    const body = inPage('<p>won by <b>Huawei</b></p>');
    const map = readText([body]);
    body.querySelector('b')?.remove();
    expect(locate(map, { start: 7, end: 13 })).toBeNull();
  });
});

test('segmentAt gives the last segment that begins at or before a position', () => {
  const starts = [0, 5, 9];
  expect([-1, 0, 4, 5, 8, 9, 99].map((position) => segmentAt(starts, position))).toEqual([
    -1, 0, 0, 1, 1, 2, 2,
  ]);
});

/** A node as data, so that a failing tree can be made smaller and printed. */
type Sketch = string | { readonly tag: string; readonly inside: readonly Sketch[] };

const TAGS = ['p', 'p', 'div', 'li', 'b', 'a', 'span', 'br', 'td', 'h2', 'x-y', '#comment', 'wbr'];
const SKIPPED = ['script', 'code', 'nav', 'button'];

const { tree } = fc.letrec<{ tree: Sketch }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '\n', '.', '\u00ad', '\u00a0', '中', '📷'),
      maxLength: 6,
    }),
    fc.record({
      tag: fc.constantFrom(...TAGS, ...SKIPPED),
      inside: fc.array(tie('tree'), { maxLength: 5 }),
    }),
  ),
}));

function build(sketch: Sketch): Node {
  if (typeof sketch === 'string') return document.createTextNode(sketch);
  if (sketch.tag === '#comment') return document.createComment('Huawei');
  const element = document.createElement(sketch.tag);
  if (sketch.tag === 'a') element.setAttribute('href', '#');
  element.append(...sketch.inside.map(build));
  return element;
}

/** Reading as it could be written in five lines: all letters in order, and no idea of blocks. */
function naiveLetters(node: Node): string {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1 || [...SKIPPED, 'br'].includes((node as Element).localName)) return '';
  return [...node.childNodes].map(naiveLetters).join('');
}

const withoutSpace = (text: string) => text.replace(/[ \n\v]/g, '');

const aTree = fc.array(tree, { maxLength: 6 }).map((inside) => ({ tag: 'div', inside }));

describe('the map of any tree (laws)', () => {
  test('no letter is lost, and none is made', () => {
    fc.assert(
      fc.property(aTree, (sketch) => {
        const root = build(sketch);
        expect(withoutSpace(readText([root]).text)).toBe(withoutSpace(naiveLetters(root)));
      }),
    );
  });

  test('every unit outside of the breaks between blocks is the unit of a text node', () => {
    fc.assert(
      fc.property(aTree, (sketch) => {
        const map = readText([build(sketch)]);
        for (let i = 0; i < map.text.length; i++) {
          const place = locate(map, { start: i, end: i + 1 });
          const segment = segmentAt(map.starts, i);
          if (i >= (map.ends[segment] ?? 0)) {
            expect('\n\v').toContain(map.text[i]);
            expect(place).toBeNull();
          } else {
            expect(place?.startContainer.data[place.startOffset]).toBe(map.text[i]);
            expect(place?.endContainer).toBe(place?.startContainer);
            expect(place?.endOffset).toBe((place?.startOffset ?? 0) + 1);
          }
        }
      }),
    );
  });

  test('there are no breaks of ours at the ends, and none is longer than the one between two cells', () => {
    fc.assert(
      fc.property(aTree, (sketch) => {
        const { text, starts, ends } = readText([build(sketch)]);
        const gaps = starts.map((start, i) => start - (ends[i - 1] ?? 0));
        expect(gaps[0] ?? 0).toBe(0);
        expect(Math.max(0, ...gaps)).toBeLessThanOrEqual('\n\v\n'.length);
        expect(ends.at(-1) ?? 0).toBe(text.length);
      }),
    );
  });
});
