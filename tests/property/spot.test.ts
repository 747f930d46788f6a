import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/core/linking/build-index.ts';
import { endingsOf } from '../../src/core/linking/endings.ts';
import { AS_IT_IS, type Form, MAY_DECLINE, STEM, STEM_BEFORE_S } from '../../src/core/linking/form.ts';
import { openIndex } from '../../src/core/linking/index-bytes.ts';
import { spot } from '../../src/core/linking/spot.ts';
import { fold } from '../../src/core/text/fold.ts';
import { type NaiveHit, naiveSpot } from '../helpers/naive-matcher.ts';

/** Few letters of every script, so that random texts and names meet often. */
const unit = fc.constantFrom(
  ...[
    'a',
    'A',
    'b',
    'č',
    'ß',
    'ж',
    'Й',
    'и',
    'γ',
    'ה',
    'ه',
    '华',
    '为',
    'カ',
    'ー',
    '3',
    '_',
    ' ',
    ' ',
    '\u00a0',
    '-',
    '—',
    '\n',
    '.',
    '’',
    '\u00ad',
    '\u0301',
    '\ud83d',
  ],
);
const text = fc.array(unit, { maxLength: 80 }).map((units) => units.join(''));
const name = fc.array(unit, { minLength: 1, maxLength: 7 }).map((units) => fold(units.join('')));

function hitsOf(
  forms: readonly Form[],
  input: string,
  endings: ReturnType<typeof endingsOf> = null,
): NaiveHit[] {
  const flat = spot(openIndex(buildIndex(forms)), input, { endings });
  const hits: NaiveHit[] = [];
  for (let i = 0; i < flat.length; i += 3) {
    hits.push({ start: flat[i] ?? -1, end: flat[i + 1] ?? -1, target: flat[i + 2] ?? -1 });
  }
  return hits;
}

const sorted = (hits: NaiveHit[]) =>
  [...hits].sort((a, b) => a.start - b.start || a.end - b.end || a.target - b.target);

function formsOf(names: readonly string[]): Form[] {
  return [...new Set(names)].filter((n) => n !== '').map((n, target) => ({ text: n, target }));
}

describe('spot (laws)', () => {
  it('finds exactly what the naive matcher finds, in every script', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), text, (names, input) => {
        const forms = formsOf(names);
        expect(sorted(hitsOf(forms, input))).toEqual(sorted(naiveSpot(forms, input)));
      }),
      {
        numRuns: 3000,
        examples: [
          [['ーи'], '为ーи'],
          [['カ c'], 'カ -č'],
        ],
      },
    );
  });

  it('finds a longer name beside the name it begins with, wherever the index files them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,6}$/), fc.stringMatching(/^[a-z]{1,6}$/), (first, second) => {
        const forms = formsOf([first, `${first} ${second}`]);
        expect(sorted(hitsOf(forms, `x ${first} ${second}.`))).toEqual(
          sorted(naiveSpot(forms, `x ${first} ${second}.`)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing where one word begins more names than are compared at a time', () => {
    const names = Array.from({ length: 600 }, (_, i) => `office of ${i}`);
    const hits = hitsOf(formsOf(names), names.slice(0, 300).join('. '));
    expect(hits.map((hit) => hit.target)).toEqual(names.slice(0, 300).map((_, i) => i));
  });

  it('finds exactly the declined forms that the naive matcher writes out, in every language that declines names', () => {
    const word = fc.constantFrom('kama', 'kamer', 'dahua', 'dah', 'камер', 'хуаве', 'kam', 'em', 'pegasu');
    const ending = fc.constantFrom(
      '',
      '',
      'a',
      'om',
      'ov',
      'ovih',
      'em',
      's',
      'ю',
      'ом',
      'ssa',
      'ksen',
      'nak',
      'nin',
      'x',
    );
    const gap = fc.constantFrom(' ', '-', '\u00a0', '\n', '. ', '\u00ad');
    const declinedText = fc
      .array(fc.tuple(word, fc.constantFrom('', '\u00ad', '\u0301'), ending, gap), { maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    const formsOfWords = (maxLength: number) =>
      fc.array(
        fc.record({
          text: fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(' ')),
          declined: fc.constantFrom(AS_IT_IS, MAY_DECLINE, STEM, STEM_BEFORE_S),
        }),
        { minLength: 1, maxLength: 4 },
      );
    // Two words in a language of many endings would be tens of thousands of forms to write out.
    const drawn = fc.oneof(
      fc.tuple(fc.constantFrom('de', 'bg', 'mk', 'en'), formsOfWords(2)),
      fc.tuple(fc.constantFrom('sr', 'ru', 'hu', 'fi', 'tr', 'pl'), formsOfWords(1)),
    );
    fc.assert(
      fc.property(drawn, declinedText, ([language, list], input) => {
        const forms = list.map(({ text, declined }, target) => ({ text, declined, target }));
        const endings = endingsOf(language);
        expect(sorted(hitsOf(forms, input, endings))).toEqual(sorted(naiveSpot(forms, input, endings)));
      }),
      { numRuns: 400 },
    );
  });

  it('finds exactly the names behind proclitics that the naive matcher finds', () => {
    // Names that begin with what may come off, and some of three letters, of which fewer may be left.
    const word = fc.constantFrom('نسو', 'ونسو', 'بلنس', 'لل', 'הנס', 'נסה', 'כנסה', 'nso', 'ns');
    const joint = fc.constantFrom(
      '',
      '',
      'و',
      'ول',
      'ب',
      'וב',
      'ה',
      'כש',
      'בה',
      'נ',
      '\u00ad',
      'ل\u064e',
      'ж',
    );
    const tail = fc.constantFrom('', '', '', 'ن', 'ה', '\u05b8');
    const gap = fc.constantFrom(' ', ' ', '-', '\u05be', '. ', '\n');
    const input = fc
      .array(fc.tuple(joint, word, tail, gap), { maxLength: 10 })
      .map((parts) => parts.flat().join(''));
    const names = fc.array(
      fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => fold(words.join(' '))),
      { minLength: 1, maxLength: 6 },
    );
    const language = fc.constantFrom('ar', 'he', 'fa', 'en');
    fc.assert(
      fc.property(names, input, language, (list, text, code) => {
        const forms = formsOf(list);
        const endings = endingsOf(code);
        expect(sorted(hitsOf(forms, text, endings))).toEqual(sorted(naiveSpot(forms, text, endings)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives hits in reading order, proclitics or not', () => {
    const forms = formsOf(['وهواوي', 'هواوي', 'مدينه', '华为', 'هواوي مدينه']);
    const hits = hitsOf(forms, 'مدينة وهواوي 华为 وهواوي مدينة', endingsOf('ar'));
    expect(hits.map(({ start }) => start)).toEqual([...hits.map(({ start }) => start)].sort((a, b) => a - b));
    expect(hits).toHaveLength(8);
  });

  it('finds every recorded name where it stands between spaces', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const forms = formsOf(names).filter(({ text }) => /^\p{L}{2}/u.test(text) && text.isWellFormed());
        for (const form of forms) {
          expect(hitsOf(forms, `x ${form.text} x`).some((hit) => hit.target === form.target)).toBe(true);
        }
      }),
    );
  });

  it('gives the same hits for a shuffled dictionary', () => {
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 12 }),
        text,
        fc.infiniteStream(fc.nat()),
        (names, input, random) => {
          const forms = formsOf(names);
          const shuffled = [...forms].sort(() => ((random.next().value as number) % 2) * 2 - 1);
          expect(sorted(hitsOf(shuffled, input))).toEqual(sorted(hitsOf(forms, input)));
        },
      ),
    );
  });

  it('finds each once and in order where a piece holds more than is compared at a time, and more of the text is needed', () => {
    // Many names that are written alike, everywhere; the last one goes on far behind the first window.
    const forms: Form[] = Array.from({ length: 40 }, (_, target) => ({ text: 'k', target }));
    forms.push({ text: 'k l m', target: 40 });
    const input = `${'K '.repeat(2000)}K L${' '.repeat(9000)}m`;
    const hits = hitsOf(forms, input);
    expect(hits).toHaveLength(2001 * 40 + 1);
    expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).sort((a, b) => a - b));
    expect(new Set(hits.map(({ start, target }) => `${start} ${target}`)).size).toBe(hits.length);
  });

  it('passes over the end of a long word where more of the text is needed behind it', () => {
    const forms = formsOf(['huawei', 'safe city']);
    const long = `${'x'.repeat(4224)}huawei `;
    const input = `${long}${'a '.repeat(2030)}safe${' '.repeat(300)}city`;
    const start = long.length + 4060;
    expect(hitsOf(forms, input)).toEqual([{ start, end: input.length, target: 1 }]);
  });

  it('gives the whole word before the stem that it may be an ending of', () => {
    for (const word of ['popia', 'po\u00adpia']) {
      const stem: Form = { text: 'popi', target: 0, declined: STEM };
      const hits = hitsOf([stem, { text: 'popia', target: 1 }], `x ${word} x`, endingsOf('sr'));
      expect(hits.map(({ target }) => target)).toEqual([1, 0]);
    }
  });

  it('finds the same wherever a text lies in a long one', () => {
    // What stands before it, of this many units: the matcher reads some four thousand at a time.
    const before: Readonly<Record<string, (units: number) => string>> = {
      words: (units) => 'x '.repeat(units / 2),
      spaces: (units) => ' '.repeat(units),
      ideographs: (units) => '字'.repeat(units),
      'a long word': (units) => 'x'.repeat(units),
      'a long word with marks': (units) => 'x\u00ad'.repeat(units / 2),
      'what does not count': (units) => '\u00ad'.repeat(units),
      Cyrillic: (units) => 'ж и '.repeat(units / 4),
      pairs: (units) => '😀'.repeat(units / 2),
      accents: (units) => 'é’— '.repeat(units / 4),
    };
    const units = fc.oneof(fc.integer({ min: 3900, max: 4400 }), fc.integer({ min: 0, max: 9000 }));
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 8 }),
        text,
        units,
        fc.constantFrom(...Object.keys(before)),
        (names, input, size, kind) => {
          const forms = formsOf(names);
          const pad = `${before[kind]?.(size)}. `;
          const own = hitsOf(forms, `${pad}${input}`).filter(({ start }) => start >= pad.length);
          const shifted = hitsOf(forms, input).map(({ start, end, target }) => ({
            start: start + pad.length,
            end: end + pad.length,
            target,
          }));
          expect(own).toEqual(shifted);
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each([
    ['spaces between its words', (much: string) => `safe${much}city`, ' ', 1],
    // Words of more than four thousand units are passed over.
    ['marks within a word', (much: string) => `sa${much.slice(0, 4000)}fe city`, '\u00ad', 1],
    ['marks behind it', (much: string) => `safe city${much}`, '\u00ad', 1],
    ['letters behind it', (much: string) => `safe city${much}`, 'x', 0],
    ['letters behind marks', (much: string) => `safe city\u00ad${much}`, 'x', 0],
    ['an ending behind marks', (much: string) => `safe city${much}ja`, '\u00ad', 1],
    ['no ending behind marks', (much: string) => `safe city${much}xx`, '\u00ad', 0],
  ])('finds a name with very many %s', (_, written, much, count) => {
    const forms: Form[] = [{ text: 'safe city', target: 0, declined: MAY_DECLINE }];
    for (const many of [3, 200, 4000, 50_000])
      for (const before of ['', 'a '.repeat(2000)]) {
        const input = `${before}${written(much.repeat(many))} x`;
        const hits = hitsOf(forms, input, endingsOf('sr'));
        expect(hits.map(({ start }) => start)).toEqual(Array.from({ length: count }, () => before.length));
      }
  });

  it('a scan in parts finds what a whole scan finds when parts end between words', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), text, text, (names, left, right) => {
        const index = openIndex(buildIndex(formsOf(names)));
        const input = `${left} ${right}`;
        const parts = spot(index, input, { to: left.length + 1 });
        spot(index, input, { from: left.length + 1 }, parts);
        expect(parts).toEqual(spot(index, input));
      }),
    );
  });
});
