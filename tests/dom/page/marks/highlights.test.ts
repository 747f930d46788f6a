import { describe, expect, test } from 'vitest';
import { browserHighlights, createMarks } from '../../../../src/page/marks/highlights.ts';

/** A registry as the browser's, that counts how often it is changed. */
function aRegistry() {
  const map = new Map<string, AbstractRange[]>();
  const registry = {
    changes: 0,
    keys: () => [...map.keys()],
    get: (key: string) => map.get(key),
    set(key: string, highlight: AbstractRange[]) {
      registry.changes++;
      map.set(key, highlight);
    },
    delete(key: string) {
      registry.changes++;
      return map.delete(key);
    },
    clear: () => map.clear(),
  };
  const change = (
    highlight: AbstractRange[],
    out: readonly AbstractRange[],
    put: readonly AbstractRange[],
  ) => {
    for (const range of out) highlight.splice(highlight.indexOf(range), 1);
    highlight.push(...put);
  };
  return { registry, create: (ranges: readonly AbstractRange[]) => [...ranges], change };
}

const text = document.createTextNode('paid Huawei and ZTE');
const range = (startOffset: number, endOffset: number): StaticRange =>
  ({ startContainer: text, startOffset, endContainer: text, endOffset }) as unknown as StaticRange;

describe('marks', () => {
  test('are set under their keys', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    const [huawei, zte] = [range(5, 11), range(16, 19)];
    marks.set('a', [huawei]);
    marks.set('b', [zte]);
    expect(host.registry.get('a')).toEqual([huawei]);
    expect(host.registry.get('b')).toEqual([zte]);
  });

  test('are replaced by new ones', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    marks.set('a', [range(5, 11)]);
    marks.set('a', [range(16, 19)]);
    expect(host.registry.get('a')).toEqual([range(16, 19)]);
  });

  test('are exchanged one by one where few have changed: the others are not painted again', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    const ranges = Array.from({ length: 100 }, (_, i) => range(i, i + 1));
    marks.set('a', ranges);
    const own = host.registry.get('a');
    const other = range(200, 201);
    marks.set('a', [...ranges.slice(1), other]);
    expect(host.registry.get('a')).toBe(own);
    expect(new Set(own)).toEqual(new Set([...ranges.slice(1), other]));
    expect(host.registry.changes).toBe(1);
    host.registry.clear();
    marks.set('a', ranges);
    expect(new Set(host.registry.get('a'))).toEqual(new Set(ranges));
  });

  test('stay untouched when they are the same: the page paints nothing again', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    marks.set('a', [range(5, 11), range(16, 19)]);
    marks.set('a', [range(5, 11), range(16, 19)]);
    expect(host.registry.changes).toBe(1);
    expect([...(host.registry.get('a') ?? [])]).toHaveLength(2);
  });

  test('leave no empty highlight behind', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    marks.set('a', []);
    marks.set('b', [range(5, 11)]);
    marks.set('b', []);
    expect(host.registry.keys()).toEqual([]);
    marks.set('b', [range(5, 11)]);
    expect(host.registry.keys()).toEqual(['b']);
  });

  test('come back when the page has cleared them', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    marks.set('a', [range(5, 11)]);
    expect(marks.restore()).toBe(false);
    host.registry.clear();
    expect(marks.restore()).toBe(true);
    expect(host.registry.get('a')).toEqual([range(5, 11)]);
    expect(marks.restore()).toBe(false);
  });

  test('go, all of them, and do not come back', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    host.registry.set('page', [range(0, 4)]);
    marks.set('a', [range(5, 11)]);
    marks.set('b', [range(16, 19)]);
    marks.clear();
    expect(host.registry.keys()).toEqual(['page']);
    expect(marks.restore()).toBe(false);
  });

  test('under a key the page has taken are left to the page', () => {
    const host = aRegistry();
    const marks = createMarks(host);
    marks.set('a', [range(5, 11)]);
    host.registry.set('a', [range(0, 4)]);
    marks.clear();
    expect(host.registry.get('a')).toEqual([range(0, 4)]);
  });

  test('go nowhere in a browser that has no highlights', () => {
    expect(browserHighlights()).toBeNull();
    const marks = createMarks(browserHighlights());
    marks.set('a', [range(5, 11)]);
    expect(marks.restore()).toBe(false);
    marks.clear();
  });
});
