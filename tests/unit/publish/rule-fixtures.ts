/** A fixture for each rule of the checker: one thing broken, and what must be said of it. */
import { changed, loneRecord as lone } from '../../helpers/dataset-folder.ts';

const ACME = 'entities/acme.yaml';
const SQUARE = 'entities/square.yaml';
const LONE = 'entities/lone.yaml';

type Fixture = [title: string, over: Record<string, string | Uint8Array | null>, complaint: RegExp];

const SECOND_FOUNDED = `  - id: founded-2011
    text: Acme Vision moved.
    speaker: acme
    act: states
    basis: company-text
    sources: [acme-2012]
relations:`;
/** Somebody accuses; two houses report it; the answer is in the other file. */
const ACCUSED: readonly [string, string] = [
  'act: reports\n    basis: reporting',
  'act: alleges\n    basis: leak',
];
function draft(about: string, source: string): string {
  return `drafts: true
statements:
  - id: rumour
    about: [${about}]
    text: Somebody said so.
    speaker: A blog
    act: alleges
    basis: reporting
    missing: [a second publisher]
    sources: [${source}]
sources:
  blog: { url: 'https://blog.example/1', publisher: A blog, lang: en, published: null, read: 2026-11-24, passages: { p: { start: a, end: b } } }
`;
}

/** dataset.yaml with one withdrawal that is right (and of what is not there), and another. */
function withdrawn(entry: string): Record<string, string> {
  const gone = '{ id: acme/gone, as: removed, on: 2026-11-24, reason: Asked for. }';
  return changed('dataset.yaml', 'redirects: {}', `redirects: {}\nwithdrawn:\n  - ${gone}\n  - ${entry}`);
}

const answered = (more: string) =>
  changed(
    SQUARE,
    '    sources: [city-2018]',
    `    answers: [acme/sold-2019]\n${more}    sources: [city-2018]`,
  );

/** What is broken, and the one complaint about it: place, rule, words. Between them they break every rule. */
export const BROKEN: Fixture[] = [
  [
    'an empty record',
    { [ACME]: '' },
    /acme\.yaml:1 {2}\[schema\] {2}the file is empty – write it .* or delete it/,
  ],
  [
    'a record that is a list',
    { [ACME]: '- acme\n' },
    /acme\.yaml:1 {2}\[schema\] {2}the file is no list of fields/,
  ],
  [
    'a field that is not there',
    changed(ACME, 'reviewed: 2026-11-24\n', ''),
    /acme\.yaml:1 {2}\[schema\] {2}reviewed: is missing – .*how reviewed looks/,
  ],
  [
    'a bare year, which YAML takes for a number',
    changed(ACME, "event: '2011'", 'event: 2011'),
    /acme\.yaml:13 {2}\[schema\] {2}statements\.0\.event: .*a year in quotes/,
  ],
  [
    'a version of a day that never was',
    changed('dataset.yaml', '2026.11.24', '2026.02.31'),
    /^dataset\.yaml:1 {2}\[schema\] {2}version: there is no such day – [^\n]*$/,
  ],
  [
    'a merge that was left half done',
    changed(ACME, 'name: Acme Vision\n', '<<<<<<< HEAD\nname: Acme\n=======\nname: Vision\n>>>>>>> theirs\n'),
    /entities\/acme\.yaml:3 {2}\[yaml\] {2}holds two versions that git could not merge – [^\n]*$/m,
  ],
  [
    'no record at all',
    { [ACME]: null, [SQUARE]: null },
    /^entities:1 {2}\[file\] {2}there is no record in it – .*template\.yaml/,
  ],
  [
    'a source that is missing',
    changed(ACME, 'sources: [acme-2012]', 'sources: [acme-2012, nowhere]'),
    /acme\.yaml:17 {2}\[source\].*no source nowhere/,
  ],
  [
    'a passage that is missing',
    changed(ACME, 'paper-2019#sold]', 'paper-2019#sold, paper-2019#other]'),
    /acme\.yaml:25 {2}\[source\].*no passage other/,
  ],
  [
    'several passages and none named',
    changed(ACME, 'sources: [paper-2019#sold]', 'sources: [paper-2019#sold, paper-2019]'),
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
    changed(ACME, 'relations:', SECOND_FOUNDED),
    /acme\.yaml:26 {2}\[id\].*two statements/,
  ],
  [
    'a file that is not named by its id',
    { 'entities/again.yaml': lone('id: other') },
    /again\.yaml:1 {2}\[id\].*other and the file's name differ/,
  ],
  [
    'a name that another entity has',
    changed(
      'entities/square.yaml',
      'statements:',
      'aliases:\n  - { text: Acme, needs: [[cue:cameras]] }\n  - { text: Acme Vision, needs: [[cue:cameras]] }\nstatements:',
    ),
    /acme\.yaml:3 {2}\[collision\].*acme vision.*also belongs to square/,
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
    /acme\.yaml:25 {2}\[date\].*and the event .* is later/,
  ],
  [
    'a word that is not in the list',
    changed(ACME, 'act: reports', 'act: shouts'),
    /acme\.yaml:23 {2}\[schema\].*choose one/,
  ],
  [
    'a field that does not exist',
    changed(ACME, 'places: [RS]', 'placez: [RS]'),
    /acme\.yaml:6 {2}\[schema\] {2}placez: there is no such field – did you mean places\?$/,
  ],
  [
    'a field that is needed, under a slip of the pen',
    changed(ACME, 'basis: company-text', 'bassis: company-text'),
    /acme\.yaml:16 {2}\[schema\] {2}statements\.0\.bassis: .* – did you mean basis\?$/,
  ],
  [
    'a field of somebody’s own',
    changed(ACME, 'interest: company', 'colour: red'),
    /acme\.yaml:36 {2}\[schema\] {2}sources\.acme-2012\.colour: .* there are url, title, publisher, /,
  ],
  [
    'a range with a slip of the pen',
    changed(ACME, 'event: 2019-03', 'event: { from: 2019-03, too: 2019-04 }'),
    /acme\.yaml:21 {2}\[schema\] {2}statements\.1\.event\.too: .* – did you mean to\?$/,
  ],
  [
    'a long text, by the field that was written',
    changed(ACME, 'summary: Camera maker', `summary: ${'Big '.repeat(100)}camera maker`),
    /acme\.yaml:4 {2}\[schema\] {2}summary: longer than 400 characters.*how summary looks$/,
  ],
  [
    'a text where a list is wanted',
    changed(ACME, 'places: [RS]', 'places: RS'),
    /acme\.yaml:6 {2}\[schema\] {2}places: a list is wanted here/,
  ],
  [
    'a name that YAML takes for a number',
    changed(ACME, 'speaker: The Paper', 'speaker: 1984'),
    /acme\.yaml:22 {2}\[schema\] {2}statements\.1\.speaker: a text is wanted here – put it in quotes/,
  ],
  [
    'a word that is nearly in the list',
    changed(ACME, 'act: reports', 'act: report'),
    /acme\.yaml:23 {2}\[schema\] {2}.*report is not among its words – did you mean reports\? choose one of states, /,
  ],
  [
    'an address with a space behind it',
    changed(ACME, 'https://paper.example/cameras', '"https://paper.example/cameras "'),
    /acme\.yaml:40 {2}\[schema\].*url: begins or ends with a space – delete the space/,
  ],
  [
    'markup in a text',
    changed(ACME, 'makes cameras.', 'makes <b>cameras</b>.'),
    /acme\.yaml:12 {2}\[schema\].*markup/,
  ],
  ...['**cameras**', '__cameras__', '`cameras`', '[cameras](https://acme.example)'].map(
    (word): Fixture => [
      `the Markdown ${word} in a text`,
      changed(ACME, 'makes cameras.', `makes ${word}.`),
      /acme\.yaml:12 {2}\[schema\].* is Markdown/,
    ],
  ),
  ...['Government', 'kada', '2024', '中国'].map(
    (word): Fixture => [
      `the everyday word ${word} as a name that stands by itself`,
      changed(ACME, 'aliases:\n', `aliases:\n  - { text: '${word}' }\n`),
      /acme\.yaml:9 {2}\[alias\].*everyday word/,
    ],
  ),
  [
    'a template that was not filled in',
    changed(ACME, 'founded in 2011 and', 'TODO and'),
    /acme\.yaml:12 {2}\[placeholder\].*TODO/,
  ],
  [
    'an address for examples',
    changed(ACME, 'https://paper.example', 'https://www.example.org'),
    /acme\.yaml:40 {2}\[placeholder\].*holds no source/,
  ],
  [
    'a bidi control',
    changed(ACME, 'Acme Vision was founded in 2011 and makes cameras.', '"Acme\\u202e Vision"'),
    /acme\.yaml:12 {2}\[schema\].*direction-changing/,
  ],
  [
    'a mark that turns the direction of Arabic',
    changed(ACME, 'Acme Vision was founded in 2011 and makes cameras.', '"Acme\\u061c Vision"'),
    /acme\.yaml:12 {2}\[schema\].*direction-changing/,
  ],
  [
    'an address that hides its host behind a name',
    changed(ACME, 'https://paper.example', 'https://paper.example@evil.example'),
    /acme\.yaml:40 {2}\[schema\].*a name before its host/,
  ],
  [
    'an address with what cannot be seen in it',
    changed(ACME, 'https://paper.example', '"https://paper\\u202e.example', ['/cameras\n', '/cameras"\n']),
    /acme\.yaml:40 {2}\[schema\].*cannot be seen/,
  ],
  [
    'a summary without its statement',
    changed(ACME, 'summaryFrom: [founded-2011]', 'summaryFrom: [born]'),
    /acme\.yaml:5 {2}\[summary\].*born/,
  ],
  [
    'an allegation from one publisher',
    changed(ACME, 'act: reports', 'noReplyFound: 2026-11-24\n    act: alleges'),
    /acme\.yaml:18 {2}\[allegation\].*only one independent publisher/,
  ],
  [
    'an allegation without an answer',
    changed(ACME, 'act: reports\n    basis: reporting', 'act: alleges\n    basis: leak'),
    /acme\.yaml:18 {2}\[allegation\].*neither an answer/,
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
  [
    'a veto that begins with punctuation',
    changed(ACME, 'text: Acme,', 'text: Acme, never: ["Acme Bricks", "(AP)"],'),
    /acme\.yaml:9 {2}\[alias\].*the word \(AP\) begins with punctuation/,
  ],
  [
    'a cue word that is a single ideograph',
    {
      'cues/cameras.yaml':
        'id: cameras\nnote: Cameras.\nwords:\n  en: [camera]\n  zh:\n    - 摄像头\n    - 网\n',
    },
    /cues\/cameras\.yaml:7 {2}\[alias\].*the word 网/,
  ],
  ...[
    ['that begins with punctuation', '"!Acme", needs: [[cue:cameras]]', /never found/],
    ['in quotes', '"“Acme” cameras"', /never found/],
    ['of one ideograph, whatever it needs', '网, needs: [[cue:cameras]]', /never found/],
    ['of dashes', '"—–", needs: [[cue:cameras]]', /no letters/],
    [
      'of three letters that needs the full name only',
      'ACM, needs: [[first-full-name]]',
      /first-full-name alone/,
    ],
    ['of three letters with dots', 'A.C.M.', /match everywhere/],
    ['of three letters in Cyrillic', 'АБВ, lang: ru', /match everywhere/],
    [
      'that is an everyday word and needs the full name only',
      'Circle, needs: [[first-full-name]]',
      /first-full-name alone/,
    ],
    ['that is an everyday word in capitals', 'CAMERA', /everyday word/],
  ].map(
    ([title, alias, words]): Fixture => [
      `a name ${title}`,
      changed(ACME, 'aliases:\n', `aliases:\n  - { text: ${alias} }\n`),
      new RegExp(`acme\\.yaml:9 {2}\\[alias\\].*${(words as RegExp).source}`),
    ],
  ),
  [
    'an empty name',
    changed(ACME, 'text: Acme, needs', 'text: "  ", needs'),
    /acme\.yaml:9 {2}\[schema\].*empty text/,
  ],
  [
    'a name with a letter that was lost',
    changed(ACME, 'aliases:\n', 'aliases:\n  - { text: "Acm\\uFFFD" }\n'),
    /acme\.yaml:9 {2}\[schema\].*broken character/,
  ],
  ['an unknown cue', changed(ACME, 'cue:cameras', 'cue:lenses'), /acme\.yaml:9 {2}\[reference\].*cue:lenses/],
  [
    'an unused passage',
    changed(
      ACME,
      '      square: { start',
      '      spare: { start: a b c, end: d e f }\n      square: { start',
    ),
    /acme\.yaml:48 {2}\[unused\].*paper-2019#spare/,
  ],
  [
    'a draft among the released',
    changed(ACME, '    sources: [acme-2012]', '    missing: [a second source]\n    sources: [acme-2012]'),
    /acme\.yaml:17 {2}\[draft\].*missing: is a draft/,
  ],
  [
    'an answer to nothing',
    changed(ACME, '    basis: company-text', '    answers: [nothing]\n    basis: company-text'),
    /acme\.yaml:16 {2}\[reference\].*nothing, which is not another/,
  ],
  [
    'a redirect to nowhere',
    changed('dataset.yaml', 'redirects: {}', 'redirects: { old: gone }'),
    /dataset\.yaml:3 {2}\[redirect\].*gone is not an entity/,
  ],
  ['a tab', changed(ACME, '    act: states', '\tact: states'), /acme\.yaml:15 {2}\[yaml\].*tab/],
  [
    'a duplicate key',
    changed(ACME, 'kind: vendor', 'kind: vendor\nkind: product'),
    /acme\.yaml:3 {2}\[yaml\]/,
  ],
  [
    'an anchor that nothing uses',
    changed(ACME, 'places: [RS]', 'places: &p [RS]'),
    /acme\.yaml:6 {2}\[yaml\].*anchors/,
  ],
  [
    'Latin-1',
    {
      [LONE]: Buffer.from(lone('places: [RS]').replace('The Gazette', 'Die Zeitung f\u00fcr alle'), 'latin1'),
    },
    /lone\.yaml:19 {2}\[yaml\].*not UTF-8/,
  ],
  ['UTF-16', { [LONE]: Buffer.from(`\ufeff${lone()}`, 'utf16le') }, /lone\.yaml:1 {2}\[yaml\].*not UTF-8/],
  [
    'a huge file',
    { [LONE]: `${lone()}# ${'x'.repeat(512 * 1024)}\n` },
    /lone\.yaml:1 {2}\[yaml\].*more than 524288/,
  ],
  ['a hidden character in a comment', { [LONE]: lone('# a\u200bb') }, /lone\.yaml:2 {2}\[yaml\].*zero-width/],
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
    /acme\.yaml:35 {2}\[date\].*after this version/,
  ],
  [
    'an event in the future',
    changed(ACME, 'event: 2019-03', 'event: 2027-03', ['2019-03-20', 'null']),
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
    /acme\.yaml:38 {2}\[passage\].*acme-2012#founded/,
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
  [
    'a redirect from an id that lives',
    changed('dataset.yaml', 'redirects: {}', 'redirects:\n  x: acme\n  square: acme'),
    /dataset\.yaml:5 {2}\[redirect\].*square is still an entity/,
  ],
  [
    'a relation to itself',
    changed(
      ACME,
      'sources: [paper-2019#square] }',
      'sources: [paper-2019#square] }\n  - { type: part-of, target: acme, sources: [paper-2019#square] }',
    ),
    /acme\.yaml:28 {2}\[reference\].*its own entity/,
  ],
  [
    'a veto by an unknown cue',
    changed(ACME, 'first-full-name]] }', 'first-full-name]], never: ["cue:lenses"] }'),
    /acme\.yaml:9 {2}\[reference\].*cue:lenses does not exist/,
  ],
  [
    'a draft about nobody',
    { 'drafts/acme.yaml': draft('circle', 'blog') },
    /drafts\/acme\.yaml:4 {2}\[reference\].*circle is not an entity/,
  ],
  [
    'a draft with a source that is missing',
    { 'drafts/acme.yaml': draft('acme', 'diary') },
    /drafts\/acme\.yaml:10 {2}\[source\].*no source diary/,
  ],
  [
    'a statement that was removed and is there',
    withdrawn('{ id: acme/sold-2019, as: removed, on: 2026-11-24, reason: Asked for. }'),
    /dataset\.yaml:6 {2}\[withdrawn\].*still in the records/,
  ],
  [
    'a statement that was superseded and does not say so',
    withdrawn('{ id: acme/sold-2019, as: superseded, on: 2026-11-24, reason: Better known. }'),
    /dataset\.yaml:6 {2}\[withdrawn\].*its standing says otherwise/,
  ],
  [
    'a statement that was superseded and is gone',
    withdrawn('{ id: acme/bought-2019, as: superseded, on: 2026-11-24, reason: Better known. }'),
    /dataset\.yaml:6 {2}\[withdrawn\].*must stay readable/,
  ],
  [
    'a withdrawal that stands twice',
    withdrawn('{ id: acme/gone, as: removed, on: 2026-11-24, reason: Asked for. }'),
    /dataset\.yaml:6 {2}\[withdrawn\].*listed twice/,
  ],
  [
    'a repository without its root',
    changed(
      'dataset.yaml',
      'redirects: {}',
      'redirects: {}\nupdates: { address: "https://host.example/d/", root: root.json }',
    ),
    /dataset\.yaml:4 {2}\[updates\].*no root\.json/,
  ],
  [
    'a record that is called .yml',
    { 'entities/late.yml': lone() },
    /entities\/late\.yml:1 {2}\[file\].*\.yaml/,
  ],
  [
    'a record in a folder below',
    { 'entities/new/late.yaml': lone() },
    /entities\/new:1 {2}\[file\].*is a folder/,
  ],
  [
    'a folder under a slip of the pen',
    { 'entites/late.yaml': lone() },
    /entites:1 {2}\[file\].*nothing is read/,
  ],
  [
    'a code that is no place',
    changed(ACME, 'places: [RS]', 'places: [RS, QQ]'),
    /acme\.yaml:6 {2}\[place\].*QQ/,
  ],
  ['the UK for GB', changed(ACME, 'places: [RS]', 'places: [UK]'), /acme\.yaml:6 {2}\[place\].*write GB/],
  [
    'an accusation that a second card shows without its answer',
    { ...changed(ACME, ...ACCUSED), ...answered('') },
    /acme\.yaml:18 {2}\[reply\].*card of acme shows sold-2019/,
  ],
  ['no ledger of licences', { 'licences.yaml': null }, /licences\.yaml:1 {2}\[licence\].*no licence ledger/],
  [
    'a part of the dataset without a ground',
    changed('licences.yaml', '  cues: { ground: own-words, note: Ours., reviewed: 2026-11-24 }\n', ''),
    /licences\.yaml:1 {2}\[licence\].*nothing of cues/,
  ],
  [
    'a part under a licence that is not named',
    changed('licences.yaml', 'passages: { ground: quotation', 'passages: { ground: licence'),
    /licences\.yaml:5 {2}\[licence\].*passages.*not named/,
  ],
  [
    'a part under a licence that does not fit',
    changed(
      'licences.yaml',
      'passages: { ground: quotation',
      'passages: { ground: licence, licence: CC-BY-NC-4.0, holder: A List, url: "https://list.example/"',
    ),
    /licences\.yaml:5 {2}\[licence\].*CC-BY-NC-4\.0, which does not fit/,
  ],
  [
    'a kind below its floor',
    changed(
      'dataset.yaml',
      'redirects: {}',
      'redirects: {}\nfloors:\n  kinds: { vendor: 1 }\n  places:\n    RS: 3',
    ),
    /dataset\.yaml:7 {2}\[coverage\].*RS has come down to 2, below its floor of 3/,
  ],
  [
    'a language that is lost',
    changed('dataset.yaml', 'redirects: {}', 'redirects: {}\nfloors: { sources: { sr: 1 } }'),
    /dataset\.yaml:4 {2}\[coverage\].*sr has come down to 0/,
  ],
  [
    'a head of state as a name',
    changed(ACME, 'text: Acme, needs', 'text: President Miller, needs'),
    /acme\.yaml:9 {2}\[person\]/,
  ],
  [
    'a given and a family name',
    { [LONE]: lone().replace('name: Lone Act', 'name: Zoran Lone') },
    /lone\.yaml:4 {2}\[person\]/,
  ],
  [
    'a family name’s ending',
    { [LONE]: lone().replace('name: Lone Act', 'name: Žikica Perišović') },
    /lone\.yaml:4 {2}\[person\]/,
  ],
  [
    'a degree behind a name',
    changed(ACME, 'text: Acme, needs', 'text: "A. Miller, PhD", needs'),
    /acme\.yaml:9 {2}\[person\]/,
  ],
  [
    'a summary of a person',
    changed(ACME, 'summary: Camera maker in Serbia.', 'summary: Serbian politician and camera maker.'),
    /acme\.yaml:4 {2}\[person\].*Serbian politician/,
  ],
  ...[
    ['all in Cyrillic', 'СОРЕ'],
    ['all in Greek', 'ΑΚΟΗ'],
    ['all in Armenian', 'ՏՕՏ'],
    ['of Latin and Armenian', 'Acոe'],
    ['full-width', 'Ａｃｍｅ'],
    ['mathematical', 'A\u{1d5bc}me'],
    ['phonetic', 'ɑcme'],
  ].map(
    ([title, text]): Fixture => [
      `a name in look-alike letters: ${title}`,
      changed(ACME, 'text: Acme, needs', `text: ${text}, needs`),
      /acme\.yaml:9 {2}\[script\]/,
    ],
  ),
  [
    'a look-alike word in a statement',
    changed(ACME, 'sold cameras for', 'sold сосо for'),
    /acme\.yaml:20 {2}\[script\].*сосо only looks Latin/,
  ],
  [
    'a look-alike speaker',
    changed(ACME, 'speaker: The Paper', 'speaker: The Рарег'),
    /acme\.yaml:22 {2}\[script\].*Рарег/,
  ],
  [
    'a look-alike publisher',
    changed(ACME, 'publisher: The Paper', 'publisher: ВВС'),
    /acme\.yaml:42 {2}\[script\].*ВВС only looks Latin/,
  ],
  [
    'a look-alike title',
    changed(ACME, 'title: About us', 'title: Αbout us'),
    /acme\.yaml:31 {2}\[script\].*mixes/,
  ],
  [
    'a host that only looks Latin',
    changed(ACME, 'https://paper.example', 'https://сосо.example'),
    /acme\.yaml:40 {2}\[script\].*сосо\.example only looks Latin/,
  ],
  [
    'the same in its ASCII clothes',
    changed(ACME, 'https://paper.example', 'https://xn--n1aahb.example'),
    /acme\.yaml:40 {2}\[script\].*looks Latin/,
  ],
  [
    'a host of two alphabets',
    changed(ACME, 'https://paper.example', 'https://p\u0430per.example'),
    /acme\.yaml:40 {2}\[script\].*mixes two/,
  ],
];

/** What is pointed out and holds nothing back. */
export const DOUBTFUL: Fixture[] = [
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
    'somebody who is accused of a thing',
    changed(ACME, 'makes cameras.', 'accused the city of theft.'),
    /acme\.yaml:12 {2}\[warning: allegation\].*accused the/,
  ],
  [
    'a sanction that says what it is for',
    changed(
      ACME,
      "makes cameras.\n    event: '2011'\n    speaker: acme\n    act: states",
      "was listed over rights abuses.\n    event: '2011'\n    speaker: acme\n    act: sanctions",
    ),
    /acme\.yaml:12 {2}\[warning: allegation\].*rights abuses/,
  ],
  [
    'what is denied and is not called an allegation',
    changed(SQUARE, 'act: plans', 'act: denies\n    answers: [acme/sold-2019]'),
    /acme\.yaml:18 {2}\[warning: allegation\].*sold-2019 is denied/,
  ],
  [
    'one address with two dates',
    changed('entities/square.yaml', 'https://city.example/plan', 'https://paper.example/cameras'),
    /square\.yaml:17 {2}\[warning: same-address\].*publisher and published/,
  ],
  [
    'a long summary',
    changed(
      ACME,
      'summary: Camera maker in Serbia.',
      `summary: Camera maker in Serbia${' and around'.repeat(9)}.`,
    ),
    /acme\.yaml:4 {2}\[warning: length\].*122 characters/,
  ],
  [
    'a company that is named like a person',
    changed(ACME, 'text: Acme, needs', 'text: Robert Acme, needs'),
    /acme\.yaml:9 {2}\[warning: person\]/,
  ],
  [
    'a list whose licence nobody has looked at',
    {
      'candidates/nova.yaml':
        'candidate: true\nid: nova\nkind: vendor\nname: Nova\norigin: list.csv\nmissing: [statements]\n',
    },
    /candidates\/nova\.yaml:5 {2}\[warning: licence\].*list\.csv/,
  ],
  [
    'a record that is due to be looked at',
    changed(ACME, 'reviewed: 2026-11-24', 'reviewed: 2025-11-23'),
    /acme\.yaml:7 {2}\[warning: review\].*1 days overdue/,
  ],
];
