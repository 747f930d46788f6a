/** Sections: as a comparison of everything with everything finds them, also after changes and across trees. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSections } from '../../../../src/page/marks/sections.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

const rangeIn = (node: Node) => ({
  startContainer: node,
  startOffset: 0,
  endContainer: node,
  endOffset: 1,
  collapsed: false,
});
const headingsNow = () => [...document.querySelectorAll('h2')];
const ranges = new WeakMap<Node, ReturnType<typeof rangeIn>>();
/** A range for each paragraph, the same as long as the paragraph is. */
const rangesNow = () =>
  [...document.querySelectorAll('p')].map((paragraph) => {
    const range = ranges.get(paragraph) ?? rangeIn(paragraph.firstChild as Node);
    ranges.set(paragraph, range);
    return range;
  });
/** The last heading in the text before the range. */
const naive = (range: AbstractRange) =>
  headingsNow().findLast((h) => (h.compareDocumentPosition(range.startContainer) & 4) !== 0) ?? null;

describe('sections', () => {
  it('are those of the nearest heading before, whatever comes, goes and moves', () => {
    const step = fc.record({
      how: fc.constantFrom('p', 'h2', 'remove', 'move'),
      at: fc.nat(50),
      to: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        document.body.innerHTML = '';
        const sections = createSections();
        for (const { how, at, to } of steps) {
          const { children } = document.body;
          const place = children[at % (children.length + 1)] ?? null;
          if (how === 'remove') place?.remove();
          else if (how === 'move') {
            const moved = children[to % (children.length + 1)];
            // What is moved is read again, and gets another range.
            if (moved?.localName === 'p' && moved !== place) {
              ranges.delete(moved);
              document.body.insertBefore(moved, place);
            }
          } else document.body.insertBefore(document.createElement(how), place).textContent = 'text';
          sections.begin(headingsNow());
          for (const range of rangesNow()) expect(sections.of(range)).toBe(naive(range));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('compare nothing again while nothing has changed, and little for one new range', () => {
    document.body.innerHTML = Array.from({ length: 50 }, (_, i) => `<h2>${i}</h2><p>a</p><p>b</p>`).join('');
    const sections = createSections();
    const pass = () => {
      sections.begin(headingsNow());
      for (const range of rangesNow()) sections.of(range);
    };
    pass();
    const compared = vi.spyOn(Node.prototype, 'compareDocumentPosition');
    pass();
    expect(compared).not.toHaveBeenCalled();
    ranges.delete(document.querySelectorAll('p')[40] as Node);
    pass();
    expect(compared.mock.calls.length).toBeLessThanOrEqual(2);
    compared.mockRestore();
  });

  it('of a shadow tree are its own, or else the one its host stands in', () => {
    document.body.innerHTML = '<h2>Outer</h2><div></div>';
    const host = document.querySelector('div') as HTMLElement;
    const tree = host.attachShadow({ mode: 'open' });
    tree.innerHTML = '<p>first</p><h2>Inner</h2><p>second</p>';
    const [first, second] = [...tree.querySelectorAll('p')].map((p) => rangeIn(p.firstChild as Node));
    const inner = tree.querySelector('h2');
    const sections = createSections();
    sections.begin([...headingsNow(), inner as Node]);
    expect([sections.of(first as AbstractRange), sections.of(second as AbstractRange)]).toEqual([
      document.querySelector('h2'),
      inner,
    ]);
  });
});
