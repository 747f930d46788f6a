/** Every message of every protocol, with arguments that are nearly right, and from senders that may not send it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallSender, createHandlers } from '../../../src/background/handlers.ts';
import { notesArguments } from '../../../src/background/notes/arguments.ts';
import { backupArguments } from '../../../src/background/notes/backups.ts';
import { workerArguments } from '../../../src/background/worker-arguments.ts';
import { createReceiver } from '../../../src/messages/receiver.ts';
import { notesToPageArguments } from '../../../src/page/notes/notes-handlers.ts';
import { toPageArguments } from '../../../src/page/page-arguments.ts';
import { mutantsOf } from '../../helpers/mutants.ts';
import { aNote } from '../../helpers/notes.ts';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

type Forms = Readonly<Record<string, (argument: unknown) => unknown>>;

const workerForms: Forms = workerArguments;

/** A sound argument of each message; what is not listed takes none. */
const SOUND: Readonly<Record<string, unknown>> = {
  cards: { ids: ['huawei', 'safe-city-belgrade'] },
  path: { from: 'huawei', to: 'share-foundation', preferred: ['safe-city-belgrade'] },
  announcement: { what: 'found', mentions: 3, entities: 2 },
  words: { part: 'card' },
  openSource: { url: 'https://a.example/page#x' },
  linkPage: { page: 'p', from: null, language: 'en', changes: [{ at: 0, remove: 0, insert: ['Huawei'] }] },
  updatePlaceShown: { address: 'https://a.example/' },
  checkForUpdates: { repository: 'core' },
  addRepository: {
    address: 'https://a.example/',
    fingerprint: 'a'.repeat(64),
    label: 'A',
    colour: '#aabbcc',
  },
  changeRepository: { id: 'd0123456789ab', label: 'A', colour: '#aabbcc', enabled: true },
  removeRepository: { id: 'd0123456789ab' },
  saveNote: { note: aNote() },
  changeNote: { id: 'a', base: 1, change: { note: 'Other words', tags: ['x'] } },
  removeNote: { id: 'a' },
  notesOnPage: { urls: ['https://a.example/'] },
  openLibrary: { note: null, page: 'https://a.example/' },
  waitForChange: { revision: 3 },
  openMention: { index: 0, focus: true },
  step: { direction: 'next' },
  showNote: { id: 'a' },
};

const PROTOCOLS: [protocol: string, forms: Forms][] = [
  ['to the worker', workerForms],
  ['about notes, to the worker', notesArguments],
  ['about backups, to the worker', backupArguments],
  ['to the page', toPageArguments],
  ['about notes, to the page', notesToPageArguments],
];

describe.each(PROTOCOLS)('messages %s', (_, forms) => {
  const messages = Object.keys(forms);

  test.each(messages)('%s takes a sound argument as it is', (name) => {
    const sound = SOUND[name] ?? null;
    expect(forms[name]?.(sound)).toEqual(sound);
  });

  test.each(messages)('%s takes any argument in its form, or refuses it by name', async (name) => {
    const handled: unknown[] = [];
    const failures: unknown[] = [];
    const receive = createReceiver<Record<string, (argument: never) => null>, null>({
      handlers: {
        [name]: (argument: unknown) => {
          handled.push(argument);
          return null;
        },
      },
      parse: forms as Readonly<Record<string, (argument: unknown) => unknown>>,
      mayCall: () => true,
      report: (error) => failures.push(error),
    });
    await fc.assert(
      fc.asyncProperty(mutantsOf(SOUND[name] ?? null), async (argument) => {
        handled.length = 0;
        const reply = await receive({ sidelight: 'call', name, argument }, null);
        if (reply?.ok === false) {
          expect(reply.code).toBe('bad-message');
          expect(handled).toEqual([]);
          return;
        }
        expect(reply?.ok).toBe(true);
        const [taken] = handled;
        // What has its form keeps it: nothing was let through that the next reader would see otherwise.
        expect(forms[name]?.(JSON.parse(JSON.stringify(taken)))).toEqual(taken);
        expect(dangers(name, taken)).toEqual([]);
      }),
      runs,
    );
    expect(failures).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('a list with a hole is refused', () => {
  const urls = ['https://a.example/'];
  urls[2] = 'https://a.example/2';
  expect(() => notesArguments.notesOnPage({ urls })).toThrow();
});

/** What must not be in an argument that was taken, whatever was sent. */
function dangers(name: string, taken: unknown): string[] {
  const found: string[] = [];
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
        found.push(`${place} is none of the plain objects`);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${place}.${key}`);
    }
    const isAddress = /\.(?:url|canonical|address)$/.test(place) || name === 'openSource';
    if (isAddress && typeof value === 'string' && !/^https?:\/\//i.test(value) && name !== 'addRepository')
      found.push(`${place} is no web address: ${value}`);
  };
  visit(taken, name);
  return found;
}

describe('who may ask the worker', () => {
  const page: CallSender = { tab: 1, frame: 0, url: 'https://a.example/', ownPage: false };
  /** Handlers over a host that would tell if anything of it were touched. */
  const ask = async (name: string, sender: CallSender, mayCall = true) => {
    const touched: string[] = [];
    const witness = (place: string): unknown =>
      new Proxy(() => undefined, {
        get: (_, key) => (key === 'then' ? undefined : witness(`${place}.${String(key)}`)),
        apply: () => {
          touched.push(place);
          throw new Error('far enough');
        },
      });
    const receive = createReceiver({
      // Whatever is asked of the host, it fails: only whether it was asked is of interest.
      handlers: createHandlers(witness('host') as Parameters<typeof createHandlers>[0]),
      parse: workerForms as never,
      mayCall: () => mayCall,
      report: () => undefined,
    });
    const reply = await receive({ sidelight: 'call', name, argument: SOUND[name] ?? null }, sender);
    return { code: reply?.ok === false ? reply.code : 'ok', touched };
  };

  test('what changes datasets or erases is for the extension’s own pages alone', async () => {
    const refused: string[] = [];
    for (const name of Object.keys(workerForms)) {
      const { code, touched } = await ask(name, page);
      if (code !== 'forbidden') continue;
      refused.push(name);
      expect(touched).toEqual([]);
    }
    expect(refused.sort()).toEqual([
      'addRepository',
      'changeRepository',
      'checkForUpdates',
      'eraseEverything',
      'removeRepository',
      'updatePlaceShown',
    ]);
  });

  test.each(['injectReader', 'injectCardScript', 'injectToolsScript'])(
    '%s is for a page in a tab',
    async (name) => {
      expect(await ask(name, { ...page, tab: undefined })).toEqual({ code: 'forbidden', touched: [] });
    },
  );

  test.each(Object.keys(workerForms))('%s is refused to strangers before it is looked at', async (name) => {
    expect(await ask(name, { ...page, ownPage: true }, false)).toEqual({ code: 'forbidden', touched: [] });
  });
});
