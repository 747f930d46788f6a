import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noChanges, note } from '../../../../src/page/read/changes.ts';
import { dirtyBlocks } from '../../../../src/page/read/dirty.ts';
import { createPageText, type PageText } from '../../../../src/page/read/page-text.ts';
import { createTextWalk } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

function piecesOf(root: Node) {
  const walk = createTextWalk([root]);
  while (!walk.step(10_000));
  return walk.pieces().pieces;
}

/** Brings the text up to date by what the records tell, as the annotator does; false when all has to be read. */
function follow(text: PageText, root: Node, records: readonly MutationRecord[]): boolean {
  const changes = noChanges();
  note(changes, records);
  const { blocks, gone, outside } = dirtyBlocks(changes, [root], text);
  if (changes.everything || outside) return false;
  for (const subtree of gone) text.drop(subtree);
  return blocks.every((block) => text.exchange(block, piecesOf(block)) !== 'unknown');
}

const words = fc.constantFrom('Huawei', 'sold', 'cameras', 'to', 'the', 'city', 'Pegasus');
const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
/** HTML of blocks and inline elements, nested, with text between blocks as well. */
const { html } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    tie('html').map(
      (inside) => `<p>${inside.replace(/<\/?(?:p|div|section|ul|li|table|tr|td)\b[^>]*>/g, '')}</p>`,
    ),
    tie('html').map((inside) => `<div>${inside}</div>`),
    tie('html').map((inside) => `<section>${inside}</section>`),
    tie('html').map((inside) => `<ul><li>${inside}</li><li>last</li></ul>`),
    tie('html').map((inside) => `<b>${inside.replace(/<[^>]*>/g, '')}</b>`),
    tie('html').map((inside) => `<a href="#">${inside.replace(/<[^>]*>/g, '')}</a>`),
    tie('html').map((inside) => `<h2>${inside}</h2>`),
    tie('html').map((inside) => `<div role="heading">${inside}</div>`),
    text.map((inside) => `<span role="heading">${inside}</span>`),
    fc.constant('<br>'),
    fc.constant('<code>x</code>'),
    fc.constant('<table><tr><td>one</td><td>two</td></tr></table>'),
  ),
}));

type Change = readonly [kind: number, at: number, html: string];
const changes = fc.array(fc.tuple(fc.nat(7), fc.nat(1000), html), { minLength: 1, maxLength: 6 });

/** One change to the tree, at a place that the number picks. */
function apply(root: HTMLElement, [kind, at, inside]: Change): void {
  const elements = [root, ...root.querySelectorAll<HTMLElement>('*')];
  const element = elements[at % elements.length] as HTMLElement;
  const isRoot = element === root;
  if (kind === 0) element.insertAdjacentHTML('beforeend', inside);
  else if (kind === 1) element.insertAdjacentHTML('afterbegin', inside);
  else if (kind === 2 && !isRoot) element.remove();
  else if (kind === 3) element.innerHTML = inside;
  else if (kind === 4) element.append(inside.replace(/<[^>]*>/g, ''));
  else if (kind === 5 && !isRoot) element.toggleAttribute('hidden');
  else if (kind === 6 && !isRoot) root.append(element);
  else {
    const node = [...element.childNodes].find((child) => child.nodeType === 3);
    if (node) (node as Text).data = inside.replace(/<[^>]*>/g, '');
  }
}

describe('a page whose parts are read again', () => {
  test('has the same pieces as one that is read as a whole', () => {
    fc.assert(
      fc.property(html, fc.array(changes, { minLength: 1, maxLength: 3 }), (before, rounds) => {
        const body = inPage(`<article>${before}</article>`);
        const root = body.querySelector('article') as HTMLElement;
        const pageText = createPageText();
        pageText.replaceAll(piecesOf(root));
        const observer = new MutationObserver(() => undefined);
        const attributeFilter = ['hidden'];
        observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
        for (const round of rounds) {
          for (const change of round) apply(root, change);
          if (!follow(pageText, root, observer.takeRecords())) pageText.replaceAll(piecesOf(root));
          const whole = piecesOf(root);
          expect(pageText.pieces.map((piece) => piece.text)).toEqual(whole.map((piece) => piece.text));
          expect(pageText.pieces.map((piece) => piece.nodes)).toEqual(whole.map((piece) => piece.nodes));
          expect(pageText.pieces.map((piece) => piece.heading)).toEqual(whole.map((piece) => piece.heading));
          expect(pageText.length).toBe(whole.reduce((sum, piece) => sum + piece.text.length, 0));
        }
        observer.disconnect();
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 300) },
    );
  });

  test('is read again only where it has changed', () => {
    const body = inPage(`<article>${'<section><p>One</p><p>Two</p></section>'.repeat(50)}</article>`);
    const root = body.querySelector('article') as HTMLElement;
    const pageText = createPageText();
    pageText.replaceAll(piecesOf(root));
    const before = [...pageText.pieces];
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    const p = root.querySelectorAll('p')[20] as HTMLElement;
    p.textContent = 'Other';
    const changed = noChanges();
    note(changed, observer.takeRecords());
    const { blocks } = dirtyBlocks(changed, [root], pageText);
    expect(blocks).toEqual([p]);
    expect(pageText.exchange(p, piecesOf(p))).toMatchObject({ at: 20, remove: 1 });
    expect(pageText.pieces.filter((piece) => !before.includes(piece)).map((piece) => piece.text)).toEqual([
      'Other',
    ]);
  });

  test('reads only the entry that a live blog adds, and forgets the one it takes away', () => {
    const body = inPage(
      `<article><div id="live">${'<section><p>One</p></section>'.repeat(20)}</div></article>`,
    );
    const root = body.querySelector('article') as HTMLElement;
    const live = body.querySelector('#live') as HTMLElement;
    const pageText = createPageText();
    pageText.replaceAll(piecesOf(root));
    const observer = new MutationObserver(() => undefined);
    observer.observe(root, { subtree: true, childList: true });
    live.insertAdjacentHTML('afterbegin', '<section><p>New</p></section>');
    const last = live.lastElementChild;
    last?.remove();
    const changed = noChanges();
    note(changed, observer.takeRecords());
    expect(dirtyBlocks(changed, [root], pageText)).toEqual({
      blocks: [live.firstElementChild],
      gone: [last],
      outside: false,
    });
  });
});
