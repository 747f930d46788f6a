import { describe, expect, it } from 'vitest';
import { windowSize } from '../../../src/ui/window-size.ts';

const PAGE = { clientWidth: 985, clientHeight: 4000 };
const INSIDE = { clientWidth: 985, clientHeight: 700 };
const WINDOW = { innerWidth: 1000, innerHeight: 700 };

describe('the window’s inside', () => {
  const cases: [string, object, ReturnType<typeof windowSize>][] = [
    ['is the root’s', { compatMode: 'CSS1Compat', documentElement: INSIDE }, { width: 985, height: 700 }],
    [
      'is the body’s without a doctype',
      { compatMode: 'BackCompat', documentElement: PAGE, scrollingElement: INSIDE },
      { width: 985, height: 700 },
    ],
    [
      'is all of the window where the body scrolls by itself',
      { compatMode: 'BackCompat', documentElement: PAGE, scrollingElement: null, defaultView: WINDOW },
      { width: 1000, height: 700 },
    ],
  ];
  it.each(cases)('%s', (_, document, size) => {
    // Only what is asked of a document; no DOM for tests has a window that scrolls.
    expect(windowSize(document as Document)).toEqual(size);
  });
});
