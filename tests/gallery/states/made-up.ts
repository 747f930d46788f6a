/** Made-up cards for the gallery: no company, place or person of them exists. */
import type { Card, CardRelation, CardStatement } from '../../../src/core/dataset/card.ts';
import { aCardStatement, aSource } from '../../helpers/builders.ts';
import { aCard as aPlainCard } from '../../unit/ui/a-card.ts';

export const TODAY = '2026-11-28';
export const PAGE = {
  date: '2022-03-21',
  urls: ['https://gazette.example/square'],
  titles: ['Who watches the square?'],
};

const at = (published: string, over: Parameters<typeof aSource>[0] = {}) => aSource({ published, ...over });

export function aCard(over: Partial<Card> = {}): Card {
  return aPlainCard({
    id: 'square-watch',
    summary: { en: 'Camera project in Quillhaven, supplied by Brambleworth.' },
    ...over,
  });
}

export const CLAIM = aCardStatement({
  id: 'square-watch/claim',
  event: '2018-05',
  known: '2018-05-02',
  speaker: { name: 'Harbour Rights Group' },
  act: 'alleges',
  basis: 'research',
  allegation: true,
  standing: 'disputed',
  text: { en: 'The cameras recognised faces at the harbour festival without a legal basis.' },
  sources: [
    at('2018-05-02', { publisher: 'Harbour Rights Group', interest: 'ngo' }),
    at('2018-05-09', { publisher: 'The Ledger' }),
  ],
});
export const DENIAL = aCardStatement({
  id: 'square-watch/denial',
  event: '2018-05-10',
  known: '2018-05-10',
  answers: ['square-watch/claim'],
  speaker: { name: 'City of Quillhaven', id: 'quillhaven' },
  act: 'denies',
  basis: 'official-text',
  standing: 'disputed',
  text: { en: 'The city said that recognition was switched off during the festival.' },
  sources: [at('2018-05-10', { publisher: 'City of Quillhaven' })],
});
const ORDER = aCardStatement({
  id: 'square-watch/order',
  event: '2017-02',
  known: '2017-02-10',
  speaker: { name: 'City of Quillhaven', id: 'quillhaven' },
  act: 'buys',
  basis: 'official-text',
  amount: { value: 1000, qualifier: 'about', unit: 'cameras', property: 'planned' },
  text: { en: 'The city ordered about a thousand cameras from Brambleworth.' },
});
const COUNT = aCardStatement({
  id: 'square-watch/count',
  event: '2024',
  known: '2024-06-01',
  act: 'reports',
  amount: { value: 812, qualifier: 'exactly', unit: 'cameras', property: 'installed' },
  text: { en: 'A count by volunteers found 812 cameras.' },
  sources: [at('2024-06-01', { archived: 'https://archive.example/812' })],
});
const UNDATED = aCardStatement({
  id: 'square-watch/undated',
  asOf: '2020',
  speaker: { name: 'Brambleworth', id: 'brambleworth' },
  act: 'asserts',
  basis: 'company-text',
  text: { en: 'Brambleworth said that the system could read number plates.' },
  sources: [aSource({ published: null, weak: true })],
});
const TAKEN_BACK = aCardStatement({
  id: 'square-watch/taken-back',
  event: '2019',
  known: '2019-04-01',
  standing: 'retracted',
  text: { en: 'The Ledger reported that the contract had been cancelled.' },
});
const HERE = aCardStatement({
  id: 'square-watch/here',
  event: '2022-03',
  known: '2022-03-21',
  text: { en: 'The square has had forty cameras since this spring.' },
  sources: [at('2022-03-21', { url: 'https://gazette.example/square', publisher: 'The Gazette' })],
});

export const ALL: readonly CardStatement[] = [CLAIM, DENIAL, ORDER, COUNT, UNDATED, TAKEN_BACK, HERE];

export function aRelation(
  type: CardRelation['type'],
  name: string,
  over: Partial<CardRelation> = {},
): CardRelation {
  const id = name.toLowerCase().replace(/\W+/g, '-');
  return { type, target: { id, name, kind: 'vendor' }, inverse: false, sources: [at('2017-02-10')], ...over };
}

export const LAW = aCard({
  id: 'camera-act',
  kind: 'law',
  name: 'Camera Act',
  citation: 'Gazette 12/2021, art. 4',
  summary: { en: 'Law on cameras in public places.' },
  states: [
    { state: 'draft', date: '2019-08-30', sources: [at('2019-08-30')] },
    { state: 'adopted', date: '2021-06-01', sources: [at('2021-06-02')] },
    { state: 'in-force', date: '2021-09-01', sources: [at('2021-09-01')] },
    { state: 'amended', date: '2023-01-15', note: 'Article 4 was replaced.', sources: [at('2023-01-16')] },
    { state: 'repealed', date: '2025-05-01', sources: [at('2025-05-02')] },
  ],
});

const WORDS =
  'The committee heard that the equipment had been delivered, tested and paid for before anybody had asked who would be allowed to look at its pictures';

/** More of everything than any entity has. */
export const LONG = aCard({
  name: 'Interministerial Programme for the Comprehensive Modernisation of Surveillance Infrastructure in Quillhaven and Neighbouring Municipalities',
  summary: { en: `${WORDS}, as the record of the sitting says.` },
  statements: Array.from({ length: 60 }, (_, i) =>
    aCardStatement({
      id: `square-watch/long-${i}`,
      event: `${2010 + (i % 16)}`,
      known: `${2010 + (i % 16)}-0${1 + (i % 9)}-01`,
      speaker: {
        name:
          i % 3 === 0
            ? 'Standing Committee on Interior Affairs, Public Administration and Data Protection'
            : 'The Ledger',
      },
      text: {
        en: i % 4 === 0 ? `${WORDS} (${i}). ${WORDS}.` : `Something was said for the ${i + 1}th time.`,
      },
      sources: Array.from({ length: 1 + (i % 4) }, (_, n) => at(`${2010 + (i % 16)}-0${1 + n}-01`)),
    }),
  ),
  relations: Array.from({ length: 30 }, (_, i) =>
    aRelation(i % 2 === 0 ? 'supplied-by' : 'member-of', `Company number ${i} with a name that is long`),
  ),
  withheld: 12,
});

export const CARDS: readonly Card[] = [
  aCard({ statements: ALL, relations: [aRelation('supplied-by', 'Brambleworth')] }),
  aCard({
    id: 'brambleworth',
    kind: 'vendor',
    name: 'Brambleworth',
    summary: { en: 'Maker of cameras.' },
    relations: [
      aRelation('member-of', 'Lens League', {
        target: { id: 'lens-league', name: 'Lens League', kind: 'organisation' },
      }),
    ],
  }),
  aCard({
    id: 'lens-league',
    kind: 'organisation',
    name: 'Lens League',
    summary: { en: 'Association of makers.' },
  }),
  LAW,
];
