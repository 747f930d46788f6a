import { describe, expect, test } from 'vitest';
import {
  describeSurroundings,
  describeTextPosition,
  describeTextQuote,
} from '../../../../src/core/selectors/describe.ts';
import { type Anchoring, matchTextQuote } from '../../../../src/core/selectors/match.ts';
import { preparePage } from '../../../../src/core/selectors/page-text.ts';

const PARAGRAPHS = [
  'The city council met on Tuesday to talk about the budget for roads, parks and the new library.',
  'Officials said that 800 cameras had been installed at 100 places in the city since the spring, and that more would follow.',
  'A spokesman for the ministry declined to say which company had supplied the software that reads the faces.',
  'Residents asked in June for a list of the places; they were told that the list was secret for reasons of security.',
  'The weather was fine, and the meeting ended early so that members could go to the football match in the evening.',
];
const PAGE = PARAGRAPHS.join('\n\n');
const QUOTE = '800 cameras had been installed at 100 places in the city since the spring';

/** The words of `now` that the passage of `before` is attached to, or what is said instead. */
function found(before: string, words: string, now: string): [Anchoring['confidence'], ...string[]] {
  const start = before.indexOf(words);
  const page = preparePage(before);
  const span = { start, end: start + words.length };
  const quote = describeTextQuote(page, span);
  if (!quote) throw new Error('nothing to describe');
  const anchoring = matchTextQuote(preparePage(now), {
    quote,
    position: describeTextPosition(page, span),
    surroundings: describeSurroundings(page, span),
  });
  if (anchoring.confidence === 'lost') return ['lost'];
  if (anchoring.confidence === 'ambiguous')
    return ['ambiguous', ...anchoring.choices.map(({ text }) => text)];
  return [anchoring.confidence, now.slice(anchoring.place.span.start, anchoring.place.span.end)];
}

const without = (index: number) => PARAGRAPHS.filter((_, i) => i !== index).join('\n\n');
const other =
  'Something else entirely stands here now, about the harvest of plums and the price of sugar this year.';

const CASES: [about: string, words: string, now: string, expected: [string, ...string[]]][] = [
  ['the same page', QUOTE, PAGE, ['exact', QUOTE]],
  ['other white space', QUOTE, PAGE.replaceAll(' ', '\n  '), ['exact', QUOTE.replaceAll(' ', '\n  ')]],
  [
    'soft hyphens',
    QUOTE,
    PAGE.replace('installed', 'in\u00adstalled'),
    ['exact', QUOTE.replace('installed', 'in\u00adstalled')],
  ],
  ['an advertisement before it', QUOTE, PAGE.replace('Officials', `${other}\n\nOfficials`), ['exact', QUOTE]],
  [
    'a paragraph moved to the end',
    PARAGRAPHS[1] ?? '',
    [without(1), PARAGRAPHS[1]].join('\n\n'),
    ['moved', PARAGRAPHS[1] ?? ''],
  ],
  ['a number changed', QUOTE, PAGE.replace('800', '1,000'), ['edited', QUOTE.replace('800', '1,000')]],
  [
    'words put in',
    QUOTE,
    PAGE.replace('installed', 'bought, paid for and installed'),
    ['edited', QUOTE.replace('installed', 'bought, paid for and installed')],
  ],
  ['the sentence gone', QUOTE, without(1), ['lost']],
  ['the page replaced', QUOTE, Array(5).fill(other).join('\n\n'), ['lost']],
  [
    'a short word whose sentence is gone',
    'June',
    `${without(3)}\n\nIn June, everything ends.`,
    ['ambiguous', 'June'],
  ],
  ['a short word among many', 'city', PAGE, ['exact', 'city']],
  ['a letter of a name changed', 'ministry', PAGE.replace('ministry', 'ministri'), ['edited', 'ministri']],
  ['an empty page', QUOTE, '', ['lost']],
];

describe('finding a passage again', () => {
  test.each(CASES)('%s', (_, words, now, expected) => {
    expect(found(PAGE, words, now)).toEqual(expected);
  });

  test('asks when the paragraph stands twice and either may be meant', () => {
    const passage = PARAGRAPHS[2] ?? '';
    const twice = [other, passage, other, 'Plums.', passage, other].join('\n\n');
    expect(found(PAGE, passage, twice)).toEqual(['ambiguous', passage, passage]);
  });

  test('twice between other words, one of them a little more like before: a question still', () => {
    const words = 'The company declined to answer detailed questions.';
    const [first, second, third, fourth, fifth] = PARAGRAPHS;
    const before = [first, second, words, fourth].join('\n\n');
    const now = [third, words, fifth, fourth, words].join('\n\n');
    expect(found(before, words, now)).toEqual(['ambiguous', words, words]);
  });

  test('asks rather than takes the sentence about another town for the one that is gone', () => {
    const about = (town: string) =>
      `Police in ${town} bought ninety cameras from the supplier of the ministry for the main square.`;
    const before = [PARAGRAPHS[0], about('Novi Sad'), PARAGRAPHS[2], PARAGRAPHS[3]].join('\n\n');
    const now = [PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3], other, about('Kraljevo')].join('\n\n');
    expect(found(before, about('Novi Sad'), now)).toEqual(['ambiguous', about('Kraljevo')]);
  });

  test('does not ask for a row of a table when the text above and below the table was changed', () => {
    const rows = [
      'Vendor Cameras',
      'Hikvision 120 cameras at the harbour',
      'Dahua 40 cameras at the station',
    ];
    const items = ['Item one: the list of places is secret.', 'Item two: the contract is not public.'];
    const before = [...PARAGRAPHS.slice(0, 3), ...rows, ...items, ...PARAGRAPHS.slice(3)].join('\n\n');
    const now = ['Something new.', PARAGRAPHS[1], PARAGRAPHS[2], ...rows, ...items, PARAGRAPHS[4]].join(
      '\n\n',
    );
    const words = '120 cameras at the harbour';
    expect(found(before, words, now)).toEqual(['exact', words]);
    // Its row is gone, and the next one's words are very like it: that is a question.
    const gone = now.replace(`${rows[1]}\n\n`, '');
    expect(found(before, words, gone)[0]).not.toBe('exact');
  });

  test('quotes from elsewhere, without surroundings or position, are found by their words alone', () => {
    const quote = { type: 'TextQuoteSelector', exact: QUOTE, prefix: '', suffix: '' } as const;
    expect(matchTextQuote(preparePage(PAGE), { quote })).toMatchObject({ confidence: 'exact' });
    expect(matchTextQuote(preparePage(PAGE), { quote: { ...quote, exact: '  ' } })).toEqual({
      confidence: 'lost',
    });
  });
});
