import { describe, expect, test } from 'vitest';
import { createShownCheck } from '../../../../src/page/read/visible.ts';
import { inPage } from '../../../helpers/html.ts';

/** What styles alone decide. What needs boxes is tried in browsers (tests/e2e). */
describe('text', () => {
  const shown = (html: string): boolean => {
    const element = inPage(html).querySelector('#x');
    const text = element?.firstChild;
    if (!text) throw new Error('no text to ask for');
    return createShownCheck()(text);
  };

  test.each([
    '<p style="display:none" id="x">T</p>',
    '<div style="display:none"><p id="x">T</p></div>',
    '<p style="visibility:hidden" id="x">T</p>',
    '<div style="visibility:hidden"><p id="x">T</p></div>',
    '<p style="content-visibility:hidden" id="x">T</p>',
    '<p style="font-size:0px" id="x">T</p>',
    '<p style="clip-path:inset(50%)" id="x">T</p>',
    '<p style="clip-path:inset(100% 0px)" id="x">T</p>',
    '<div style="clip-path:circle(0px)"><p id="x">T</p></div>',
    '<p style="position:absolute;clip:rect(0px, 0px, 0px, 0px)" id="x">T</p>',
    '<p style="position:absolute;clip:rect(1px, 1px, 1px, 1px)" id="x">T</p>',
    '<p style="position:absolute;left:-9999px" id="x">T</p>',
    '<div style="position:fixed;top:-5000px"><p id="x">T</p></div>',
    '<p style="text-indent:-9999px" id="x">T</p>',
  ])('is not shown: %s', (html) => {
    expect(shown(html)).toBe(false);
  });

  test.each([
    '<p id="x">T</p>',
    '<p style="opacity:0" id="x">T</p>',
    '<p style="font-variant:small-caps;text-transform:uppercase" id="x">T</p>',
    '<p style="clip-path:inset(5% 10%)" id="x">T</p>',
    '<p style="clip:rect(0px, 0px, 0px, 0px)" id="x">T</p>',
    '<p style="left:-9999px" id="x">T</p>',
    '<p style="position:absolute;left:-20px" id="x">T</p>',
    '<span style="display:contents" id="x">T</span>',
    '<span style="overflow:hidden;display:inline" id="x">T</span>',
  ])('is shown: %s', (html) => {
    expect(shown(html)).toBe(true);
  });

  test('that has left the page is not shown', () => {
    const text = inPage('<p>T</p>').querySelector('p')?.firstChild as Text;
    text.remove();
    expect(createShownCheck()(text)).toBe(false);
    const paragraph = document.createElement('p');
    paragraph.append('T');
    expect(createShownCheck()(paragraph.firstChild as Text)).toBe(false);
  });

  test('is looked for beyond shadow trees', () => {
    const host = inPage('<div><x-a></x-a></div>').querySelector('x-a');
    const root = host?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>T</p>';
    const text = root?.querySelector('p')?.firstChild as Text;
    expect(createShownCheck()(text)).toBe(true);
    host?.parentElement?.setAttribute('style', 'clip-path:inset(50%)');
    expect(createShownCheck()(text)).toBe(false);
  });

  test('is asked about once for each box in one pass', () => {
    const body = inPage('<p>T<b>U</b></p>');
    const isShown = createShownCheck();
    const text = body.querySelector('p')?.firstChild as Text;
    expect(isShown(text)).toBe(true);
    body.querySelector('p')?.setAttribute('style', 'display:none');
    expect(isShown(text)).toBe(true);
    expect(createShownCheck()(text)).toBe(false);
  });
});
