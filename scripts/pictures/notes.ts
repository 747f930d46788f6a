/** What the library holds in the pictures: notes on the demonstration article, with statements of the dataset as they are. */
import type { Page } from 'puppeteer-core';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { pinFact } from '../../src/core/annotation/facts.ts';
import { callNotes, callWorker } from '../lib/extension-calls.ts';

interface Draft {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour: Annotation['colour'];
  readonly entity: string;
  readonly day: string;
}

const DRAFTS: readonly Draft[] = [
  {
    before: 'Early in 2019 the minister and the police director announced about ',
    text: 'a thousand cameras at 800 places',
    after: ', with recognition of faces and number plates.',
    note: 'Announced, not counted. Ask how many hang today.',
    tags: ['figures', 'to ask'],
    colour: 'yellow',
    entity: 'safe-city-belgrade',
    day: '2026-11-24',
  },
  {
    before:
      'Huawei said that the Ministry of Internal Affairs of the Republic of Serbia owned the project and that ',
    text: 'the company was a supplier that processed data on its customer’s instructions',
    after: '.',
    note: 'Controller or processor? Compare with the second assessment.',
    tags: ['data protection'],
    colour: 'blue',
    entity: 'huawei',
    day: '2026-11-25',
  },
  {
    before: 'The ',
    text: 'SHARE Foundation, a digital-rights group in Belgrade, requested the locations of the cameras and was refused',
    after: '.',
    note: '',
    tags: ['access to information'],
    colour: 'green',
    entity: 'share-foundation',
    day: '2026-11-26',
  },
  {
    before: 'A draft Law on Internal Affairs was published at the end of August 2021 and ',
    text: 'withdrawn on 23 September',
    after: ', after protests at home and from the European campaign Reclaim Your Face.',
    note: 'There is a later draft as well.',
    tags: ['laws'],
    colour: 'violet',
    entity: 'reclaim-your-face',
    day: '2026-11-27',
  },
];

/** Saves the notes from one of the extension's own pages. */
export async function fillLibrary(sender: Page): Promise<void> {
  const { version } = await callWorker(sender, 'datasetInfo', null);
  const cards = await callWorker(sender, 'cards', { ids: DRAFTS.map(({ entity }) => entity) });
  for (const [i, draft] of DRAFTS.entries()) {
    const at = `${draft.day}T09:30:00.000Z`;
    const card = cards.find(({ id }) => id === draft.entity);
    if (!card) throw new Error(`the dataset has no ${draft.entity}: scripts/pictures/notes.ts has to change`);
    const statement = card.statements[0];
    const { text, before, after, note, tags, colour } = draft;
    const saved: Annotation = {
      id: `00000000-0000-4000-8000-00000000000${i}`,
      rev: 1,
      created: at,
      modified: at,
      page: {
        url: 'https://gazette.example/who-watches-the-square',
        canonical: null,
        title: 'Who watches the square?',
        authors: [],
        publisher: 'The Demonstration Gazette',
        published: '2022-03-21',
        changed: null,
        lang: 'en',
        read: draft.day,
      },
      passage: {
        text,
        before,
        after,
        hash: '',
        fragment: null,
        selectors: {
          quote: {
            type: 'TextQuoteSelector',
            exact: text,
            prefix: before.slice(-32),
            suffix: after.slice(0, 32),
          },
          position: null,
          range: null,
        },
      },
      note,
      tags,
      colour,
      entities: [{ id: card.id, name: card.name, kind: card.kind }],
      facts: statement ? [pinFact(statement, version, at)] : [],
      archived: null,
      origin: null,
      twin: null,
    };
    await callNotes(sender, 'saveNote', { note: saved });
  }
}
