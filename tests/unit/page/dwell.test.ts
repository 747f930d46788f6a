import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createDwell,
  DEFAULT_RULES,
  type DwellRules,
  LEAST_GRACE,
  LEAST_REST,
} from '../../../src/page/dwell.ts';

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

function start(rules: Partial<DwellRules> = {}) {
  const clock = fakeClock();
  const log: string[] = [];
  const dwell = createDwell<string>(
    {
      prepare: (t) => log.push(`prepare ${t}`),
      show: (t) => log.push(`show ${t}`),
      hide: () => log.push('hide'),
    },
    clock,
    () => ({ ...DEFAULT_RULES, ...rules }),
  );
  return { clock, log, dwell };
}

type Step =
  | ['over' | 'sweep' | 'nearing', string | null]
  | ['card' | 'key', boolean]
  | ['opened', string]
  | ['closed']
  | ['wait', number];

function play({ dwell, clock }: ReturnType<typeof start>, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step[0] === 'over') dwell.over(step[1]);
    else if (step[0] === 'sweep') dwell.over(step[1], true);
    else if (step[0] === 'nearing') dwell.nearing(step[1]);
    else if (step[0] === 'card') dwell.card(step[1]);
    else if (step[0] === 'key') dwell.key(step[1]);
    else if (step[0] === 'opened') dwell.opened(step[1]);
    else if (step[0] === 'wait') clock.advance(step[1]);
    else dwell.closed();
  }
}

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

const COLD: Partial<DwellRules> = { prepare: 0, show: 0, grace: 0 };

/** Settings × events. */
const settings: [string, Partial<DwellRules>, Step[], string[]][] = [
  [
    'shows at once without delays',
    COLD,
    [
      ['over', 'a'],
      ['wait', 0],
    ],
    ['show a'],
  ],
  [
    'closes at once without a grace time',
    COLD,
    [
      ['over', 'a'],
      ['wait', 0],
      ['over', null],
      ['wait', 0],
    ],
    ['show a', 'hide'],
  ],
  [
    'waits two seconds when told to',
    { show: 2000 },
    [
      ['over', 'a'],
      ['wait', 1999],
    ],
    ['prepare a'],
  ],
  [
    'prepares what is shown sooner than prepared',
    { prepare: 700 },
    [
      ['over', 'a'],
      ['wait', 500],
    ],
    ['show a'],
  ],
  [
    'shows nothing while the pointer sweeps, even without delays',
    COLD,
    [
      ['sweep', 'a'],
      ['wait', 16],
      ['sweep', 'a'],
      ['wait', 16],
      ['sweep', 'b'],
      ['wait', 16],
      ['sweep', null],
      ['wait', 900],
    ],
    [],
  ],
  [
    'shows what the sweep ends on',
    COLD,
    [
      ['sweep', 'a'],
      ['wait', 16],
      ['sweep', 'b'],
      ['wait', LEAST_REST],
    ],
    ['show b'],
  ],
  [
    'begins the rest anew with each fast movement on the same word',
    {},
    [
      ['over', 'a'],
      ['wait', 490],
      ['sweep', 'a'],
      ['wait', 490],
      ['over', 'a'],
      ['wait', 10],
    ],
    ['prepare a', 'prepare a', 'show a'],
  ],
  [
    'does not begin anew with slow movements',
    {},
    [
      ['over', 'a'],
      ['wait', 490],
      ['over', 'a'],
      ['wait', 10],
    ],
    ['prepare a', 'show a'],
  ],
  [
    'keeps the card while the pointer nears it, however long that takes',
    {},
    [
      ['over', 'a'],
      ['wait', 500],
      ['nearing', null],
      ['wait', 290],
      ['nearing', 'b'],
      ['wait', 290],
      ['nearing', null],
      ['wait', 290],
      ['card', true],
      ['wait', 900],
    ],
    ['prepare a', 'show a'],
  ],
  [
    'lets a nearing pointer hesitate even without a grace time',
    COLD,
    [
      ['over', 'a'],
      ['wait', 0],
      ['nearing', null],
      ['wait', LEAST_GRACE - 1],
      ['nearing', null],
      ['wait', LEAST_GRACE],
    ],
    ['show a', 'hide'],
  ],
  [
    'closes when the pointer stops on the way',
    {},
    [
      ['over', 'a'],
      ['wait', 500],
      ['nearing', null],
      ['wait', 300],
    ],
    ['prepare a', 'show a', 'hide'],
  ],
  [
    'gives its turn to a word that the pointer stops on on the way',
    {},
    [
      ['over', 'a'],
      ['wait', 500],
      ['nearing', 'b'],
      ['wait', 300],
      ['wait', 500],
    ],
    ['prepare a', 'show a', 'hide', 'prepare b', 'show b'],
  ],
  [
    'forgets a word that was passed on the way when the pointer went elsewhere',
    {},
    [
      ['over', 'a'],
      ['wait', 500],
      ['nearing', 'b'],
      ['wait', 100],
      ['over', null],
      ['wait', 2000],
    ],
    ['prepare a', 'show a', 'hide'],
  ],
  [
    'only prepares in the click mode',
    { openBy: 'click' },
    [
      ['over', 'a'],
      ['wait', 3000],
    ],
    ['prepare a'],
  ],
  [
    'closes a clicked card when the pointer leaves, in the click mode too',
    { openBy: 'click' },
    [
      ['over', 'a'],
      ['opened', 'a'],
      ['wait', 900],
      ['over', null],
      ['wait', 300],
    ],
    ['hide'],
  ],
  [
    'only prepares in the key mode while no key is held',
    { openBy: 'key' },
    [
      ['over', 'a'],
      ['wait', 3000],
    ],
    ['prepare a'],
  ],
  [
    'shows the word it is on as the key goes down',
    { openBy: 'key' },
    [
      ['over', 'a'],
      ['wait', 20],
      ['key', true],
    ],
    ['show a'],
  ],
  [
    'shows after a short rest on a word while the key is held',
    { openBy: 'key' },
    [
      ['key', true],
      ['over', 'a'],
      ['wait', 150],
    ],
    ['show a'],
  ],
  [
    'keeps the card when the key goes up',
    { openBy: 'key' },
    [
      ['over', 'a'],
      ['key', true],
      ['key', false],
      ['wait', 5000],
    ],
    ['show a'],
  ],
  [
    'drops what was pending when the key goes up',
    { openBy: 'key' },
    [
      ['key', true],
      ['over', 'a'],
      ['wait', 100],
      ['key', false],
      ['wait', 5000],
    ],
    [],
  ],
  [
    'ignores the key in the other modes',
    {},
    [
      ['over', 'a'],
      ['key', true],
      ['wait', 100],
    ],
    [],
  ],
  [
    'does not reopen what was closed under the pointer',
    {},
    [['over', 'a'], ['wait', 500], ['closed'], ['over', 'a'], ['wait', 5000]],
    ['prepare a', 'show a'],
  ],
];

describe('dwell', () => {
  it.each(table)('%s', (_, steps, expected) => {
    const started = start();
    play(started, steps);
    expect(started.log).toEqual(expected);
  });

  it.each(settings)('%s', (_, rules, steps, expected) => {
    const started = start(rules);
    play(started, steps);
    expect(started.log).toEqual(expected);
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
        clock.advance(DEFAULT_RULES.grace + DEFAULT_RULES.show);
        expect(open).toBeNull();
        expect(clock.pending()).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});
