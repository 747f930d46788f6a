import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDwell, DEFAULT_DELAYS } from '../../../src/page/dwell.ts';

/** A clock by hand: timers fire when it is advanced. */
function fakeClock() {
  let now = 0;
  let next = 1;
  const timers = new Map<number, { at: number; callback: () => void }>();
  return {
    set(callback: () => void, ms: number) {
      timers.set(next, { at: now + ms, callback });
      return next++;
    },
    clear: (timer: number) => void timers.delete(timer),
    advance(ms: number) {
      const end = now + ms;
      for (;;) {
        const due = [...timers]
          .filter(([, t]) => t.at <= end)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (!due) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].callback();
      }
      now = end;
    },
    pending: () => timers.size,
  };
}

function start() {
  const clock = fakeClock();
  const log: string[] = [];
  const dwell = createDwell<string>(
    {
      prepare: (t) => log.push(`prepare ${t}`),
      show: (t) => log.push(`show ${t}`),
      hide: () => log.push('hide'),
    },
    clock,
  );
  return { clock, log, dwell };
}

type Step = ['over', string | null] | ['card', boolean] | ['wait', number];

const table: [string, Step[], string[]][] = [
  [
    'shows after a rest',
    [
      ['over', 'a'],
      ['wait', 500],
    ],
    ['prepare a', 'show a'],
  ],
  [
    'only prepares after a short rest',
    [
      ['over', 'a'],
      ['wait', 499],
    ],
    ['prepare a'],
  ],
  [
    'does nothing while the pointer sweeps',
    [
      ['over', 'a'],
      ['wait', 100],
      ['over', 'b'],
      ['wait', 100],
      ['over', null],
      ['wait', 900],
    ],
    [],
  ],
  [
    'closes after the grace time',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', null],
      ['wait', 300],
    ],
    ['prepare a', 'show a', 'hide'],
  ],
  [
    'stays when the pointer reaches the card in time',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', null],
      ['wait', 299],
      ['card', true],
      ['wait', 5000],
    ],
    ['prepare a', 'show a'],
  ],
  [
    'closes when the pointer leaves the card',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', null],
      ['card', true],
      ['card', false],
      ['wait', 300],
    ],
    ['prepare a', 'show a', 'hide'],
  ],
  [
    'stays when the pointer comes back to the word',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', null],
      ['wait', 200],
      ['over', 'a'],
      ['wait', 900],
    ],
    ['prepare a', 'show a'],
  ],
  [
    'shows the next word instead',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', 'b'],
      ['wait', 500],
    ],
    ['prepare a', 'show a', 'prepare b', 'hide', 'show b'],
  ],
  [
    'keeps the card while the pointer crosses another word to it',
    [
      ['over', 'a'],
      ['wait', 500],
      ['over', 'b'],
      ['wait', 120],
      ['card', true],
      ['wait', 900],
    ],
    ['prepare a', 'show a'],
  ],
];

describe('dwell', () => {
  it.each(table)('%s', (_, steps, expected) => {
    const { clock, log, dwell } = start();
    for (const step of steps) {
      if (step[0] === 'over') dwell.over(step[1]);
      else if (step[0] === 'card') dwell.card(step[1]);
      else clock.advance(step[1]);
    }
    expect(log).toEqual(expected);
  });

  it('never shows what the pointer is not on, never hides nothing, never leaves a timer behind', () => {
    const step = fc.oneof(
      fc.record({ over: fc.constantFrom('a', 'b', 'c', null) }),
      fc.record({ card: fc.boolean() }),
      fc.record({ wait: fc.integer({ min: 0, max: 700 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const clock = fakeClock();
        let hovered: string | null = null;
        let open: string | null = null;
        const dwell = createDwell<string>(
          {
            prepare: (t) => expect(t).toBe(hovered),
            show: (t) => {
              expect(t).toBe(hovered);
              open = t;
            },
            hide: () => {
              expect(open).not.toBeNull();
              open = null;
            },
          },
          clock,
        );
        for (const s of steps) {
          if ('over' in s) {
            hovered = s.over;
            dwell.over(s.over);
          } else if ('card' in s) {
            if (s.card && open !== null) hovered = null;
            dwell.card(s.card);
          } else clock.advance(s.wait);
        }
        dwell.card(false);
        dwell.over(null);
        clock.advance(DEFAULT_DELAYS.grace + DEFAULT_DELAYS.show);
        expect(open).toBeNull();
        expect(clock.pending()).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});
