import { describe, expect, test } from 'vitest';
import { isInsideLeftOut, isLeftOut } from '../../../../src/page/read/left-out.ts';
import { inPage } from '../../../helpers/html.ts';

/** What is read and what is not is told by the cases of text-walk.test.ts; here is what they cannot tell. */
describe('what is left out', () => {
  test.each([
    '<nav id="x"></nav>',
    '<p id="x" hidden></p>',
    '<p id="x" aria-hidden="true"></p>',
    '<div id="x" role="code">x</div>',
    '<table id="x"><tr><td data-line-number="1"></td><td>import huawei</td></tr></table>',
    '<pre id="x">curl https://huawei.example/</pre>',
    '<p id="x" contenteditable></p>',
    '<p id="x" contenteditable="PLAINTEXT-ONLY"></p>',
    '<p id="x" role=" TextBox "></p>',
    '<header id="x"></header>',
    '<div><footer id="x"></footer></div>',
    '<aside id="x">Trending</aside>',
    '<main><aside id="x">Trending</aside></main>',
  ])('%s', (html) => {
    expect(isLeftOut(inPage(html).querySelector('#x') ?? document.body)).toBe(true);
  });

  test.each([
    '<p id="x" aria-hidden="false"></p>',
    '<p id="x" hidden="until-found"></p>',
    '<table id="x"><tr><td>Huawei</td><td>9</td></tr></table>',
    '<p id="x" contenteditable="FALSE"></p>',
    '<p id="x" role="note"></p>',
    '<header id="x"><h1>Head</h1></header>',
    '<main><header id="x"></header></main>',
    '<section><footer id="x"></footer></section>',
    '<article><aside id="x">A box of background.</aside></article>',
    '<div role="article"><aside id="x">A box of background.</aside></div>',
  ])('not %s', (html) => {
    expect(isLeftOut(inPage(html).querySelector('#x') ?? document.body)).toBe(false);
  });

  test('a node inside counts as left out as well, also through shadow trees', () => {
    const body = inPage(
      '<nav><p><i>x</i></p></nav><article><x-a></x-a></article><div hidden><x-b></x-b></div>',
    );
    expect(isInsideLeftOut(body.querySelector('i')?.firstChild ?? body)).toBe(true);
    const shown = body.querySelector('x-a')?.attachShadow({ mode: 'open' });
    const hidden = body.querySelector('x-b')?.attachShadow({ mode: 'open' });
    for (const root of [shown, hidden]) if (root) root.innerHTML = '<footer><b>x</b></footer>';
    expect(isInsideLeftOut(shown?.querySelector('b') ?? body)).toBe(false);
    expect(isInsideLeftOut(hidden?.querySelector('b') ?? body)).toBe(true);
  });

  test('the page itself is not', () => {
    expect(isInsideLeftOut(document)).toBe(false);
    expect(isInsideLeftOut(document.createElement('p'))).toBe(false);
  });
});
