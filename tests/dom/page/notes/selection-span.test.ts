import { describe, expect, test } from 'vitest';
import { describeRange, matchRange } from '../../../../src/page/notes/range-selector.ts';
import { spanOfRange } from '../../../../src/page/notes/selection-span.ts';
import { locate } from '../../../../src/page/read/text-map.ts';
import { readText } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

const HTML = `<article><h1>Head</h1><p>One <b>two</b> three.</p><nav>not read</nav>
<p>Four <a href="#">five <i>six</i></a> seven.</p><script>hidden()</script><div>Eight<br>nine</div></article>`;

/** The range between two (element, text) points: [selector, index of its child, offset]. */
type Point = [selector: string, child: number, offset: number];
function range([from, a, x]: Point, [to, b, y]: Point): Range {
  const made = document.createRange();
  const node = (selector: string, child: number) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return child < 0 ? element : (element.childNodes[child] as Node);
  };
  made.setStart(node(from, a), x);
  made.setEnd(node(to, b), y);
  return made;
}

const CASES: [about: string, from: Point, to: Point, text: string | null][] = [
  ['within a text node', ['p', 0, 0], ['p', 0, 3], 'One'],
  ['over markup', ['p', 0, 1], ['p', 2, 6], 'ne two three'],
  ['over what is not read', ['p b', 0, 0], ['p:nth-of-type(2)', 0, 4], 'two three.\n\nFour'],
  ['over the whole of it', ['article', -1, 0], ['article', -1, 7], null],
  ['by elements: from a child', ['p:nth-of-type(2)', -1, 1], ['p:nth-of-type(2)', -1, 2], 'five six'],
  [
    'by elements: the last child',
    ['p:nth-of-type(2)', -1, 1],
    ['p:nth-of-type(2)', -1, 3],
    'five six seven.',
  ],
  ['in what is not read', ['nav', 0, 0], ['nav', 0, 3], null],
  ['nothing', ['p', 0, 2], ['p', 0, 2], null],
  ['ending before a text', ['p', 0, 0], ['p b', 0, 0], 'One '],
];

describe('the words of a range', () => {
  test.each(CASES)('%s', (about, from, to, text) => {
    const root = inPage(HTML);
    const map = readText([root]);
    const span = spanOfRange(map, range(from, to));
    if (about === 'over the whole of it')
      expect(span && map.text.slice(span.start, span.end).trim()).toContain('Head\n\nOne two three.');
    else expect(span && map.text.slice(span.start, span.end)).toBe(text);
  });

  test('are those of the place that leads back to it', () => {
    const root = inPage(HTML);
    const map = readText([root]);
    for (let start = 0; start < map.text.length; start += 3) {
      for (let end = start + 1; end <= map.text.length; end += 5) {
        const place = locate(map, { start, end });
        if (!place) continue;
        const span = spanOfRange(map, place);
        expect(span && map.text.slice(span.start, span.end)).toBe(
          map.text.slice(start, end).replace(/^\n+|\n+$/g, ''),
        );
      }
    }
  });
});

describe('paths to a range', () => {
  test('lead back to it, also when scripts split its text nodes', () => {
    inPage(HTML);
    const made = range(['p', 0, 1], ['p', 2, 3]);
    const words = made.toString();
    const selector = describeRange(made);
    expect(selector?.startContainer).toMatch(/^\/html\[1\]\/body\[1\]\/article\[1\]\/p\[1\]$/);
    if (!selector || typeof document.evaluate !== 'function') return;
    document.querySelector('p')?.firstChild?.replaceWith('On', 'e ');
    const found = matchRange(document, selector);
    const live = document.createRange();
    if (!found) throw new Error('the paths lead nowhere');
    live.setStart(found.startContainer, found.startOffset);
    live.setEnd(found.endContainer, found.endOffset);
    expect(live.toString()).toBe(words);
  });
});
