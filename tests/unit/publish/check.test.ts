import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/publish/check.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { loadDataset } from '../../../src/publish/load.ts';
import { DatasetError, formatProblem } from '../../../src/publish/problem.ts';
import { changed, datasetFolder, GOOD_FILES } from '../../helpers/dataset-folder.ts';

const ACME = 'entities/acme.yaml';

function problemsOf(over: Record<string, string>): string[] {
  return checkDataset(loadDataset(datasetFolder(over))).map(formatProblem);
}

/** What is broken, and what the first complaint must say: place, rule, words. */
const broken: [string, Record<string, string>, RegExp][] = [
  [
    'a source that is missing',
    changed(ACME, 'sources: [acme-2012]', 'sources: [nowhere]'),
    /acme\.yaml:17 {2}\[source\].*no source nowhere/,
  ],
  [
    'a passage that is missing',
    changed(ACME, 'paper-2019#sold]', 'paper-2019#other]'),
    /acme\.yaml:25 {2}\[source\].*no passage other/,
  ],
  [
    'several passages and none named',
    changed(ACME, 'sources: [paper-2019#sold]', 'sources: [paper-2019]'),
    /acme\.yaml:25 {2}\[source\].*several passages/,
  ],
  [
    'a statement without a source',
    changed(ACME, 'sources: [acme-2012]', 'sources: []'),
    /acme\.yaml:17 {2}\[schema\].*at least one source/,
  ],
  [
    'an unknown relation target',
    changed(ACME, 'target: square', 'target: circle'),
    /acme\.yaml:27 {2}\[reference\].*circle is not an entity/,
  ],
  [
    'an unknown entity in about',
    changed(ACME, 'about: [acme, square]', 'about: [acme, circle]'),
    /acme\.yaml:19 {2}\[reference\].*circle/,
  ],
  [
    'about without its own entity',
    changed(ACME, 'about: [acme, square]', 'about: [square]'),
    /acme\.yaml:19 {2}\[reference\].*leaves out acme/,
  ],
  [
    'an unknown speaker id',
    changed(ACME, 'speaker: acme', 'speaker: acne'),
    /acme\.yaml:14 {2}\[reference\].*acne/,
  ],
  [
    'a duplicate statement id',
    changed(ACME, 'id: sold-2019', 'id: founded-2011'),
    /acme\.yaml:18 {2}\[id\].*two statements/,
  ],
  [
    'a duplicate entity id',
    { 'entities/again.yaml': GOOD_FILES['entities/square.yaml'] ?? '' },
    /again\.yaml:1 {2}\[id\].*file's name differ/,
  ],
  [
    'an id that is not the file’s name',
    changed('entities/square.yaml', 'id: square', 'id: quadrat'),
    /id quadrat and the file's name differ/,
  ],
  [
    'a duplicate alias',
    { ...changed('entities/square.yaml', 'statements:', 'aliases:\n  - { text: Acme Vision }\nstatements:') },
    /\[collision\].*acme vision.*also belongs to/,
  ],
  [
    'a javascript: address',
    changed(ACME, 'https://acme.example/about', 'javascript:alert(1)'),
    /acme\.yaml:30 {2}\[schema\].*not javascript:/,
  ],
  [
    'a date that is not one',
    changed(ACME, 'published: 2012-01-05', 'published: 2012-02-30'),
    /acme\.yaml:34 {2}\[schema\].*not a date/,
  ],
  ['a year without quotes', changed(ACME, "event: '2011'", 'event: 2011'), /acme\.yaml:13 {2}\[schema\]/],
  [
    'an event after all its sources',
    changed(ACME, 'event: 2019-03', 'event: 2019-05'),
    /acme\.yaml:21 {2}\[date\].*later than every source/,
  ],
  [
    'a word that is not in the list',
    changed(ACME, 'act: reports', 'act: shouts'),
    /acme\.yaml:23 {2}\[schema\].*choose one/,
  ],
  ['a field that does not exist', changed(ACME, 'places: [RS]', 'placez: [RS]'), /\[schema\].*placez/],
  [
    'markup in a text',
    changed(ACME, 'makes cameras.', 'makes <b>cameras</b>.'),
    /acme\.yaml:12 {2}\[schema\].*markup/,
  ],
  ...['Government', 'kada', '2024', '中国'].map((word): [string, Record<string, string>, RegExp] => [
    `the everyday word ${word} as a name that stands by itself`,
    changed(ACME, 'aliases:\n', `aliases:\n  - { text: '${word}' }\n`),
    /acme\.yaml:\d+ {2}\[alias\].*everyday word/,
  ]),
  [
    'a template that was not filled in',
    changed(ACME, 'founded in 2011 and', 'TODO and'),
    /acme\.yaml:12 {2}\[placeholder\].*TODO/,
  ],
  [
    'an address for examples',
    changed(ACME, 'https://paper.example', 'https://www.example.org'),
    /acme\.yaml:\d+ {2}\[placeholder\].*holds no source/,
  ],
  [
    'a bidi control',
    changed(ACME, 'founded in 2011 and', 'founded in\u202e 2011 and'),
    /acme\.yaml:12 {2}\[schema\].*direction-changing/,
  ],
  [
    'a mark that turns the direction of Arabic',
    changed(ACME, 'founded in 2011 and', 'founded in\u061c 2011 and'),
    /acme\.yaml:12 {2}\[schema\].*direction-changing/,
  ],
  [
    'an address that hides its host behind a name',
    changed(ACME, 'https://paper.example', 'https://paper.example@evil.example'),
    /acme\.yaml:\d+ {2}\[schema\].*a name before its host/,
  ],
  [
    'an address with what cannot be seen in it',
    changed(ACME, 'https://paper.example', 'https://paper\u202e.example'),
    /acme\.yaml:\d+ {2}\[schema\].*cannot be seen/,
  ],
  [
    'a summary without its statement',
    changed(ACME, 'summaryFrom: [founded-2011]', 'summaryFrom: [born]'),
    /acme\.yaml:5 {2}\[summary\].*born/,
  ],
  [
    'an allegation from one publisher',
    changed(ACME, 'act: reports', 'act: alleges'),
    /\[allegation\].*only one independent publisher/,
  ],
  [
    'an allegation without an answer',
    changed(ACME, 'act: reports\n    basis: reporting', 'act: alleges\n    basis: leak'),
    /\[allegation\].*neither an answer/,
  ],
  [
    'weak sources only',
    changed(ACME, 'interest: company', 'weak: true'),
    /acme\.yaml:11 {2}\[weak\].*founded-2011/,
  ],
  [
    'a name of three letters',
    changed(ACME, 'text: Acme, needs: [[cue:cameras, first-full-name]]', 'text: ACM'),
    /acme\.yaml:9 {2}\[alias\].*match everywhere/,
  ],
  [
    'a name of punctuation',
    changed(ACME, 'text: Acme,', 'text: "!!!",'),
    /acme\.yaml:9 {2}\[alias\].*no letters/,
  ],
  ['an unknown cue', changed(ACME, 'cue:cameras', 'cue:lenses'), /acme\.yaml:9 {2}\[reference\].*cue:lenses/],
  [
    'an unused passage',
    changed(
      ACME,
      '      square: { start',
      '      spare: { start: a b c, end: d e f }\n      square: { start',
    ),
    /\[unused\].*paper-2019#spare/,
  ],
  [
    'a draft among the released',
    changed(ACME, '    sources: [acme-2012]', '    missing: [a second source]\n    sources: [acme-2012]'),
    /\[draft\]/,
  ],
  [
    'an answer to nothing',
    changed(ACME, '    basis: company-text', '    answers: [nothing]\n    basis: company-text'),
    /\[reference\].*nothing, which is not another/,
  ],
  [
    'a redirect to nowhere',
    changed('dataset.yaml', 'redirects: {}', 'redirects: { old: gone }'),
    /dataset\.yaml:1 {2}\[redirect\].*gone is not an entity/,
  ],
  ['a tab', changed(ACME, '    act: states', '\tact: states'), /acme\.yaml:15 {2}\[yaml\].*tab/],
  [
    'a duplicate key',
    changed(ACME, 'kind: vendor', 'kind: vendor\nkind: product'),
    /acme\.yaml:3 {2}\[yaml\]/,
  ],
  ['an anchor', changed(ACME, 'places: [RS]', 'places: &p [RS]\nx: *p'), /\[yaml\].*anchors/],
  ['another encoding', { 'entities/bad.yaml': '\ufffd' }, /bad\.yaml:1/],
  [
    'a tracking part in an address',
    changed(ACME, 'https://paper.example/cameras', 'https://paper.example/cameras?utm_source=x'),
    /acme\.yaml:40 {2}\[address\].*tracking/,
  ],
  [
    'a copy of what others publish',
    changed(ACME, 'https://paper.example/cameras', 'https://archive.ph/cameras'),
    /acme\.yaml:40 {2}\[address\].*archive\.ph copies/,
  ],
  [
    'a try-out host',
    changed(ACME, 'https://paper.example/cameras', 'https://staging.paper.example/cameras'),
    /acme\.yaml:40 {2}\[address\].*try-out host/,
  ],
  [
    'a page read before it was published',
    changed(ACME, 'published: 2019-03-20', 'published: 2026-11-25'),
    /acme\.yaml:44 {2}\[date\].*after it was read/,
  ],
  [
    'a page read in the future',
    changed(ACME, 'read: 2026-11-24\n    interest', 'read: 2026-12-24\n    interest'),
    /acme\.yaml:35 {2}\[date\].*after today/,
  ],
  [
    'an event in the future',
    { ...changed(ACME, 'event: 2019-03', 'event: 2027-03') },
    /acme\.yaml:21 {2}\[date\].*in the future/,
  ],
  [
    'a loaded word in our own voice',
    changed(ACME, 'Acme Vision was founded', 'The notorious Acme Vision was founded'),
    /acme\.yaml:12 {2}\[tone\].*notorious/,
  ],
  [
    'a verdict in a summary',
    changed(ACME, 'summary: Camera maker', 'summary: Shady camera maker'),
    /acme\.yaml:4 {2}\[tone\].*Shady/,
  ],
  [
    'a person',
    changed(ACME, 'text: Acme, needs', 'text: Dr. Acme Miller, needs'),
    /acme\.yaml:9 {2}\[person\]/,
  ],
  [
    'a look-alike letter',
    changed(ACME, 'text: Acme, needs', 'text: "\u0410cme", needs'),
    /acme\.yaml:9 {2}\[script\].*mixes two scripts/,
  ],
  [
    'a passage that copies a sentence',
    changed(
      ACME,
      'start: founded in 2011',
      'start: one two three four five six seven eight nine ten eleven twelve thirteen',
    ),
    /\[passage\].*acme-2012#founded/,
  ],
  [
    'a statement that stands twice',
    changed(
      'entities/square.yaml',
      'text: The city planned the project.',
      'text: Acme Vision was founded in 2011, and makes cameras.',
    ),
    /square\.yaml:9 {2}\[repeated\].*acme\/founded-2011/,
  ],
];

/** What is pointed out and holds nothing back. */
const doubtful: [string, Record<string, string>, RegExp][] = [
  [
    'plain http',
    changed(ACME, 'https://paper.example', 'http://paper.example'),
    /acme\.yaml:40 {2}\[warning: http\]/,
  ],
  [
    'a long statement',
    changed(ACME, 'and makes cameras.', `and makes cameras${' of many kinds'.repeat(20)}.`),
    /acme\.yaml:12 {2}\[warning: length\]/,
  ],
  [
    'an accusation that is not called one',
    changed(ACME, 'makes cameras.', 'spied on neighbours.'),
    /acme\.yaml:12 {2}\[warning: allegation\].*spied on/,
  ],
  [
    'one address with two dates',
    changed('entities/square.yaml', 'https://city.example/plan', 'https://paper.example/cameras'),
    /square\.yaml:\d+ {2}\[warning: same-address\].*publisher and published/,
  ],
];

describe('checkDataset', () => {
  it('finds nothing wrong with the good files', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each(broken)('refuses %s, saying where and how to mend it', (_, over, expected) => {
    const problems = problemsOf(over);
    expect(problems.join('\n')).toMatch(expected);
    expect(problems.every((problem) => / – \S/.test(problem))).toBe(true);
  });

  it.each(doubtful)('points out %s and releases it all the same', (_, over, expected) => {
    expect(problemsOf(over).join('\n')).toMatch(expected);
    expect(compileDataset(datasetFolder(over)).entities).toHaveLength(2);
  });

  it('takes a quoted or attributed word for what it is', () => {
    const said = changed(ACME, 'makes cameras.', 'is called notorious by The Paper.');
    expect(problemsOf(said)).toEqual([]);
    expect(problemsOf(changed(ACME, 'makes cameras.', 'is under an interception regime.'))).toEqual([]);
  });

  it('knows when a record was due to be looked at again', () => {
    const on = (today: string) =>
      checkDataset(loadDataset(datasetFolder()), today).filter(({ rule }) => rule === 'review').length;
    expect([on('2026-11-24'), on('2027-11-24'), on('2027-11-25')]).toEqual([0, 0, 2]);
  });

  it('stops the build with every problem at once', () => {
    const root = datasetFolder({
      ...changed(ACME, 'target: square', 'target: circle'),
      ...changed('dataset.yaml', 'redirects: {}', 'redirects: { a: b }'),
    });
    expect(() => compileDataset(root)).toThrow(DatasetError);
    expect(() => compileDataset(root)).toThrow(/2 problems[\s\S]*redirect[\s\S]*circle/);
  });
});
