import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ours, score } from '../../scripts/bench/library/anchoring.ts';
import { makeCases } from '../../scripts/bench/library/corpus.ts';
import { toCodePoints, toUnits } from '../../src/core/selectors/code-points.ts';
import {
  describeSurroundings,
  describeTextPosition,
  describeTextQuote,
  passageSpan,
} from '../../src/core/selectors/describe.ts';
import { flatten, toFlat, toRaw } from '../../src/core/selectors/flat-text.ts';
import { matchTextQuote } from '../../src/core/selectors/match.ts';
import { preparePage } from '../../src/core/selectors/page-text.ts';

/** Texts with odd spaces, few letters (so that they repeat themselves), surrogate pairs and right-to-left words. */
const pieces = fc.constantFrom(
  'a',
  'b',
  'ab ',
  ' ',
  '\n\n',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '😀',
  'камера ',
  '监控',
  'مراقبة ',
  'the ',
  '\t',
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 120 }).map((list) => list.join(''));
const textAndSpan = texts.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
);
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) };

describe('flattening (laws)', () => {
  it('flattening twice equals flattening once, and no space doubles', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const flat = flatten(text).text;
        expect(flatten(flat).text).toBe(flat);
        expect(flat).not.toMatch(/\s\s|^\s|\s$/);
      }),
      runs,
    );
  });

  it('a flat span has its words in the raw text', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const flat = flatten(text);
        const there = toFlat(flat, span);
        const back = toRaw(flat, there);
        expect(flatten(text.slice(back.start, back.end)).text).toBe(flat.text.slice(there.start, there.end));
      }),
      runs,
    );
  });

  it('code points there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const letters = [...text];
        const [start, end] = [Math.min(a, b, letters.length), Math.min(Math.max(a, b), letters.length)];
        const units = toUnits(text, { start, end });
        expect(text.slice(units.start, units.end)).toBe(letters.slice(start, end).join(''));
        expect(toCodePoints(text, units)).toEqual({ start, end });
      }),
      runs,
    );
  });
});

describe('describe, then match (laws)', () => {
  it('finds the same words at the same place on the same page, for certain', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const page = preparePage(text);
        const quote = describeTextQuote(page, span);
        if (!quote) return;
        const found = matchTextQuote(page, {
          quote,
          position: describeTextPosition(page, span),
          surroundings: describeSurroundings(page, span),
        });
        expect(found).toMatchObject({
          confidence: 'exact',
          place: { span: toRaw(page.flat, passageSpan(page, span)) },
        });
      }),
      runs,
    );
  });

  it('makes quotes that stand once on the page, unless the page repeats itself without end', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const page = preparePage(text);
        const quote = describeTextQuote(page, span);
        if (!quote) return;
        const whole = quote.prefix + quote.exact + quote.suffix;
        expect(page.flat.text.split(whole).length).toBe(2);
      }),
      runs,
    );
  });

  it('never throws, whatever is looked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 50 }),
        texts,
        (text, exact, around) => {
          const quote = { type: 'TextQuoteSelector', exact, prefix: around, suffix: around } as const;
          matchTextQuote(preparePage(text), {
            quote,
            position: { type: 'TextPositionSelector', start: 5, end: 2 },
          });
        },
      ),
      runs,
    );
  });
});

describe('on pages that publishers have changed', () => {
  it('attaches what survives, and next to nothing wrongly', () => {
    // So many that it is not chance which of them are hard: the pages are made of the labelled texts, which grow.
    const { reattachedPercent, wronglyAttachedPercent } = score(makeCases(4400, 31), ours);
    expect(reattachedPercent).toBeGreaterThanOrEqual(95);
    expect(wronglyAttachedPercent).toBeLessThanOrEqual(0.5);
  }, 60_000);
});
