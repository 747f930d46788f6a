import { beforeEach, describe, expect, it } from 'vitest';
import type { NearMarks } from '../../../../src/page/marks/near-marks.ts';
import { createPaint } from '../../../../src/page/marks/paint.ts';
import { type Markable, type MarkLook, visibleMarks } from '../../../../src/page/marks/visible-marks.ts';

interface Named extends Markable {
  readonly name: string;
}

/** Every word in capitals is a mention of the entity of that name. */
function read(html: string): { mentions: Named[]; text: string } {
  document.body.innerHTML = html;
  const mentions: Named[] = [];
  let text = '';
  const headings = [...document.querySelectorAll('h1, h2, h3')];
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const place = node;
    const section = headings.findLast((h) => (h.compareDocumentPosition(place) & 4) !== 0) ?? null;
    for (const hit of (node.textContent ?? '').matchAll(/[A-Z]{2,}/g)) {
      const range = {
        startContainer: node,
        startOffset: hit.index,
        endContainer: node,
        endOffset: hit.index + hit[0].length,
        collapsed: false,
      };
      const start = text.length + hit.index;
      mentions.push({ entity: hit[0], start, range, section, name: `${hit[0]}@${start}` });
    }
    text += `${node.textContent}\n\n`;
  }
  return { mentions, text };
}

const PAGE = `<h1>About AB</h1><p>AB and CD met. AB left, CD stayed.</p>
  <section><h2>Later</h2><p>CD came back to AB, and <b>AB</b> to CD.</p></section><h2>EF</h2><p>Not AB.</p>`;

function chosen(html: string, look: Partial<MarkLook> = {}): string[] {
  const { mentions, text } = read(html);
  return visibleMarks(mentions, { marked: 'first', densityCap: null, ...look }, text).map(
    ({ entity }) => entity,
  );
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('visible marks', () => {
  it('are the first mention of an entity in each section; a heading belongs to its section', () => {
    expect(chosen(PAGE)).toEqual(['AB', 'CD', 'CD', 'AB', 'EF', 'AB']);
  });

  it('are the first of the page where nothing divides it', () => {
    expect(chosen('<p>AB, CD, AB</p><p>CD, AB</p>')).toEqual(['AB', 'CD']);
  });

  it('are all, or none, when the reader says so', () => {
    expect(chosen(PAGE, { marked: 'all' })).toHaveLength(11);
    expect(chosen(PAGE, { marked: 'none' })).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 3],
    [2, 6],
    [100, 10],
  ])('with a cap of %i in a hundred words are %i', (densityCap, count) => {
    const page = `<p>${'AB CD '.repeat(2)}${'word '.repeat(96)}${'AB '.repeat(3)}${'word '.repeat(97)}${'CD '.repeat(3)}</p>`;
    const { mentions, text } = read(page);
    const look = { marked: 'all', densityCap } as const;
    expect(visibleMarks(mentions, look, text)).toHaveLength(count);
  });

  it('never leave a hundred words with more than the cap', () => {
    const { mentions, text } = read(
      `<p>${Array.from({ length: 400 }, (_, i) => (i % 7 === 0 || i % 11 === 0 ? 'AB' : 'word')).join(' ')}</p>`,
    );
    for (const densityCap of [1, 2, 5, 9]) {
      const kept = visibleMarks(mentions, { marked: 'all', densityCap }, text);
      const words = kept.map(({ start }) => text.slice(0, start).split(/\s+/).length);
      for (const [i, word] of words.entries()) {
        expect((words[i + densityCap] ?? Number.POSITIVE_INFINITY) - word).toBeGreaterThanOrEqual(100);
      }
    }
  });

  it('count words of scripts without spaces', () => {
    const sentence = '公安部门在城市各处安装了摄像头'.repeat(20);
    expect(chosen(`<p>AB${sentence}CD${sentence}AB</p>`, { marked: 'all', densityCap: 1 })).toEqual([
      'AB',
      'CD',
      'AB',
    ]);
  });
});

/** As on every page without very many marks. */
function allNear(): NearMarks<Named> {
  let all: readonly Named[] = [];
  return {
    follow: (mentions) => {
      all = mentions;
    },
    near: () => all,
  };
}

describe('painting', () => {
  const look = { marked: 'first', markStyle: 'underline', densityCap: null } as const;
  const start = (html: string, settings: Parameters<typeof createPaint>[2] = look, forced = false) => {
    const painted = new Map<string, readonly AbstractRange[]>();
    const marks = { set: (key: string, ranges: readonly AbstractRange[]) => void painted.set(key, ranges) };
    const paint = createPaint<Named>(marks, allNear(), settings, () => forced);
    const page = read(html);
    paint.set(page);
    const counts = () =>
      Object.fromEntries([...painted].map(([key, ranges]) => [key.at(-1), ranges.length] as const));
    return { paint, page, painted, counts };
  };

  it('puts every mention into exactly one highlight, whatever is set', () => {
    for (const marked of ['first', 'all', 'none'] as const)
      for (const markStyle of ['underline', 'tint'] as const)
        for (const densityCap of [null, 0, 3])
          for (const opened of [-1, 0, 4])
            for (const hidden of [false, true]) {
              const { paint, page, painted } = start(PAGE);
              paint.look({ marked, markStyle, densityCap }, hidden);
              paint.open(page.mentions[opened] ?? null);
              const ranges = [...painted.values()].flat();
              expect(ranges).toHaveLength(page.mentions.length);
              expect(new Set(ranges)).toEqual(new Set(page.mentions.map(({ range }) => range)));
            }
  });

  it('moves marks from one highlight to another as the reader changes the settings', () => {
    const { paint, counts } = start(PAGE);
    expect(counts()).toEqual({ a: 6, b: 5, c: 0, d: 0 });
    paint.look({ ...look, markStyle: 'tint' }, false);
    expect(counts()).toEqual({ a: 0, b: 5, c: 6, d: 0 });
    paint.look({ ...look, marked: 'none' }, false);
    expect(counts()).toEqual({ a: 0, b: 11, c: 0, d: 0 });
  });

  it('hides the marks of a paused page', () => {
    const { paint, counts } = start(PAGE);
    paint.look(look, true);
    expect(counts()).toEqual({ a: 0, b: 11, c: 0, d: 0 });
    paint.look(look, false);
    expect(counts()).toEqual({ a: 6, b: 5, c: 0, d: 0 });
  });

  it('leaves words alone that are to look like any other where colours are forced', () => {
    const { paint, page, counts } = start(PAGE, look, true);
    expect(counts()).toEqual({ a: 6, b: 0, c: 0, d: 0 });
    paint.look({ ...look, marked: 'none' }, false);
    paint.open(page.mentions[1] ?? null);
    expect(counts()).toEqual({ a: 0, b: 0, c: 0, d: 1 });
  });

  it('shows which words the open card stands for, and lets go of words that are gone', () => {
    const { paint, page, counts } = start(PAGE);
    paint.open(page.mentions[1] ?? null);
    expect(counts()).toEqual({ a: 6, b: 4, c: 0, d: 1 });
    paint.set(read('<p>EF</p>'));
    expect(counts()).toEqual({ a: 1, b: 0, c: 0, d: 0 });
  });
});
