import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LinkedMention } from '../../../src/core/linking/link.ts';
import { createFoundMentions } from '../../../src/page/found-mentions.ts';
import { createPageText, type Splice } from '../../../src/page/read/page-text.ts';
import { createTextWalk } from '../../../src/page/read/text-walk.ts';
import { inPage } from '../../helpers/html.ts';

beforeAll(() => {
  // The DOM of these tests has no static ranges; the browsers' are plain boundary points as well.
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(place: object) {
        Object.assign(this, place);
      }
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

function piecesOf(root: Node) {
  const walk = createTextWalk([root]);
  while (!walk.step(1000));
  return walk.pieces().pieces;
}

/** Stands in for the worker's linker: every "Huawei" is one. */
function linkPieces(pieces: ReturnType<typeof piecesOf>) {
  return {
    whole: false,
    announcement: null,
    names: [['huawei', 'Huawei']] as const,
    pieces: pieces.map((piece) => ({
      piece,
      mentions: [...piece.text.matchAll(/Huawei/g)].map(
        ({ index }): LinkedMention => ({
          start: index,
          end: index + 6,
          text: 'Huawei',
          entity: 'huawei',
          name: 'Huawei',
          kind: 'vendor',
          confidence: 1,
          why: [],
        }),
      ),
    })),
  };
}

/** A page that was read and marked, and the ways to go on. */
function marked(html: string) {
  const body = inPage(html);
  const text = createPageText();
  const found = createFoundMentions(() => true);
  const settle = (splices: readonly (Splice | null)[]) => {
    const all = splices.filter((splice) => splice !== null);
    found.take(linkPieces(all.flatMap(({ insert }) => [...insert])), all);
    while (!found.placeSome());
    return found.inOrder(text.pieces);
  };
  const first = settle([text.replaceAll(piecesOf(body))]);
  const reread = (selector: string): Splice | null => {
    const block = body.querySelector(selector) as Element;
    const splice = text.exchange(block, piecesOf(block));
    return splice === 'unknown' ? null : splice;
  };
  return { body, text, found, first, settle, reread };
}

test('mentions of pieces that have not changed stay the same objects, and move along in the text', () => {
  const { body, first, settle, reread } = marked('<p id="a">One.</p><p id="b">Huawei.</p>');
  (body.querySelector('#a') as HTMLElement).textContent = 'One and much more than before.';
  const [after] = settle([reread('#a')]);
  expect(after).toBe(first[0]);
  expect(after?.start).toBe('One and much more than before.\n\n'.length);
});

test('a mark is carried over to the same words of a text that was written anew, before it is linked', () => {
  const { body, text, found, reread } = marked('<p id="a">First Huawei.</p>');
  (body.querySelector('#a') as HTMLElement).innerHTML = 'Now, <b>Hua</b>wei came second.';
  const splice = reread('#a') as Splice;
  expect(found.carryOver([splice])).toBe(true);
  const [mention] = found.inOrder(text.pieces);
  expect(mention?.range.startContainer.textContent).toBe('Hua');
  expect(mention?.range.endContainer.textContent).toBe('wei came second.');
});

test('a mark that was carried over is the same object once it is confirmed', () => {
  const { body, text, found, settle, reread } = marked('<p id="a">First Huawei.</p>');
  (body.querySelector('#a') as HTMLElement).textContent = 'Then Huawei.';
  const splice = reread('#a') as Splice;
  found.carryOver([splice]);
  const [carried] = found.inOrder(text.pieces);
  expect(settle([splice])).toEqual([carried]);
  expect(found.inOrder(text.pieces)[0]).toBe(carried);
});

test('nothing is carried over to a text without the words', () => {
  const { body, text, found, reread } = marked('<p id="a">First Huawei.</p>');
  (body.querySelector('#a') as HTMLElement).textContent = 'Nobody now.';
  expect(found.carryOver([reread('#a') as Splice])).toBe(false);
  expect(found.inOrder(text.pieces)).toEqual([]);
});

test('mentions in hidden text are counted, and found when it comes to light', () => {
  const { body, found, text, first } = marked('<p id="a" style="display:none">Huawei.</p><p>Huawei.</p>');
  expect([first.length, found.hidden]).toEqual([1, 1]);
  (body.querySelector('#a') as HTMLElement).style.display = '';
  found.unplaceAll();
  while (!found.placeSome());
  expect([found.inOrder(text.pieces).length, found.hidden]).toEqual([2, 0]);
});
