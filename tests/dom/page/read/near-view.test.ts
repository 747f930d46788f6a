import { afterEach, expect, test, vi } from 'vitest';
import { piecesInView } from '../../../../src/page/read/near-view.ts';
import { createTextWalk } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

function longPage() {
  const sentence = 'The council met again and said nothing. '.repeat(25);
  const body = inPage(
    `<article>${Array.from({ length: 400 }, (_, i) => `<p id="p${i}">${sentence}</p>`).join('')}</article>`,
  );
  const walk = createTextWalk([body]);
  while (!walk.step(10_000));
  return walk.pieces().pieces;
}

afterEach(() => vi.restoreAllMocks());

test('what is in view is linked first, with some screens around it', () => {
  const pieces = longPage();
  document.elementFromPoint = () => document.querySelector('#p200');
  const near = piecesInView(document, pieces);
  expect(near).toContain(pieces[200]);
  expect(near.length).toBeLessThan(80);
  expect(near).toEqual(pieces.slice(pieces.indexOf(near[0] as (typeof pieces)[0])).slice(0, near.length));
});

test('nothing known of the view, the beginning is', () => {
  const pieces = longPage();
  document.elementFromPoint = () => null;
  expect(piecesInView(document, pieces)[0]).toBe(pieces[0]);
});
