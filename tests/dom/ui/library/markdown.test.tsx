/** A note's Markdown may come from anywhere, in an import: it must run nothing and load nothing. */
import fc from 'fast-check';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Markdown } from '../../../../src/ui/library/markdown.tsx';

function shown(text: string): HTMLElement {
  const place = document.createElement('div');
  render(<Markdown text={text} />, place);
  return place;
}

/** What of it a browser would run or load, or open in the library's place. */
function dangers(place: HTMLElement): string[] {
  return [...place.querySelectorAll('*')].flatMap((element) => {
    const names = element.getAttributeNames();
    const address = element.getAttribute('href') ?? '';
    return [
      ...(/^(?:img|script|iframe|object|embed|svg|style|link|meta|form|input|base)$/.test(element.localName)
        ? [element.localName]
        : []),
      ...names.filter((name) => name.startsWith('on') || name === 'src' || name === 'style'),
      ...(/^\s*(?:javascript|data|vbscript|file|chrome|moz)/i.test(address) ? [address] : []),
      ...(element.localName === 'a' && element.getAttribute('target') !== '_blank' ? ['no target'] : []),
    ];
  });
}

const CASES: [text: string, selector: string, words: string][] = [
  ['**loud**', 'strong', 'loud'],
  ['[a page](https://a.example/)', 'a[href="https://a.example/"]', 'a page'],
  ['![a picture](https://a.example/x.png "title")', 'a[href="https://a.example/x.png"]', 'a picture'],
  ['<b>raw</b>', 'p', '<b>raw</b>'],
];

test.each(CASES)('%s is shown', (text, selector, words) => {
  const place = shown(text);
  expect(place.querySelector(selector)?.textContent).toBe(words);
  expect(dangers(place)).toEqual([]);
});

test('the watch itself sees what it is for', () => {
  const place = document.createElement('div');
  place.innerHTML = '<img src="x" onerror="y"><a href="javascript:z">z</a>';
  expect(dangers(place)).toEqual(['img', 'src', 'onerror', 'javascript:z', 'no target']);
});

test('no Markdown runs or loads anything', () => {
  const parts = fc.constantFrom(
    ...['![', '](', ')', '[', ']', '<', '>', '"', "'", '&quot;', '\\', '`', '\n', '\n\n', ' ', '!', '(', 'a'],
    ...[
      'javascript:alert(1)',
      'https://a.example/',
      'data:text/html,x',
      '<img src=x onerror=y>',
      '[a]: ',
      'alt="',
    ],
    ...[
      '<a href="',
      '" onclick="',
      '&#106;avascript:x',
      '<https://a.example/>',
      '<javascript:x>',
      '* ',
      '# ',
    ],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), (list) => {
      expect(dangers(shown(list.join('')))).toEqual([]);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});
