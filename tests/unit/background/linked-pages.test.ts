import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { announced } from '../../../src/background/announcement.ts';
import { createLinkedPages, type LinkedPages } from '../../../src/background/linked-pages.ts';
import { createLinker, type Linker, link } from '../../../src/core/linking/link.ts';
import { wordsOf } from '../../../src/core/words/languages.ts';
import type { LinkPageRequest } from '../../../src/messages/to-worker.ts';
import { createPageLinker, type LinkedPage } from '../../../src/page/page-linker.ts';
import type { Splice } from '../../../src/page/read/page-text.ts';
import type { Piece } from '../../../src/page/read/piece.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';

const release = aRelease({
  entities: ['huawei', 'share', 'prism'].map((id) => anEntity({ id })),
  aliases: [
    anAlias({ entity: 'huawei', text: 'Huawei' }),
    anAlias({ entity: 'share', text: 'Share Foundation' }),
    anAlias({ entity: 'share', text: 'Share', full: false, needs: [['first-full-name']] }),
    anAlias({ entity: 'prism', text: 'Prism', needs: [['entity:huawei']] }),
  ],
});
const linker = createLinker(release);

/** A page's side and a worker's, joined as messages join them; the worker can be stopped and given another release. */
function joined() {
  let current: Linker = linker;
  let pages: LinkedPages = createLinkedPages(async () => current);
  const requests: LinkPageRequest[] = [];
  const page = createPageLinker({
    async linkPage(request) {
      requests.push(request);
      const reply = await pages.link('tab', structuredClone(request));
      return { ...reply, announcement: announced(wordsOf('en'), reply) };
    },
  });
  return {
    page: {
      ...page,
      async link(...given: Parameters<typeof page.link>) {
        const linked = await page.link(...given);
        if (!linked) throw new Error('nothing overtook it');
        return linked;
      },
    },
    requests,
    stopWorker() {
      pages = createLinkedPages(async () => current);
    },
    changeRelease() {
      current = createLinker(release);
    },
  };
}

const aPiece = (text: string): Piece => ({
  text,
  starts: [],
  ends: [],
  nodes: [],
  block: {} as Node,
  heading: null,
});
const pieceText = fc
  .array(fc.constantFrom('Huawei', 'Share Foundation', 'Share', 'Prism', 'said', 'nothing', 'of', 'it'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => `${words.join(' ')}.`);

/** What a page has been told so far, as a list like that of the whole text. */
function keep(
  told: Map<Piece, LinkedPage['pieces'][number]['mentions']>,
  { whole, pieces }: LinkedPage,
): void {
  if (whole) told.clear();
  for (const { piece, mentions } of pieces) told.set(piece, mentions);
}

function asWhole(
  pieces: readonly Piece[],
  told: ReadonlyMap<Piece, LinkedPage['pieces'][number]['mentions']>,
) {
  let offset = 0;
  return pieces.flatMap((piece) => {
    const start = offset;
    offset += piece.text.length + 2;
    return (told.get(piece) ?? []).map((mention) => ({
      ...mention,
      start: start + mention.start,
      end: start + mention.end,
    }));
  });
}

describe('a page that sends its changes', () => {
  test('is told what it would be told of the whole text', async () => {
    const change = fc.record({
      at: fc.nat(20),
      remove: fc.nat(4),
      insert: fc.array(pieceText, { maxLength: 4 }),
      before: fc.constantFrom('nothing', 'stop', 'release', 'forget'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(pieceText), fc.array(change, { maxLength: 6 }), async (first, changes) => {
        const { page, stopWorker, changeRelease } = joined();
        const told = new Map<Piece, LinkedPage['pieces'][number]['mentions']>();
        let pieces = first.map(aPiece);
        const all: Splice = { at: 0, remove: 0, insert: pieces, out: [] };
        keep(told, await page.link([all], pieces, 'en'));
        for (const { at, remove, insert, before } of changes) {
          if (before === 'stop') stopWorker();
          else if (before === 'release') changeRelease();
          else if (before === 'forget') page.forget();
          const from = Math.min(at, pieces.length);
          const put = insert.map(aPiece);
          const out = pieces.slice(from, from + remove);
          pieces = [...pieces.slice(0, from), ...put, ...pieces.slice(from + remove)];
          keep(told, await page.link([{ at: from, remove: out.length, insert: put, out }], pieces, 'en'));
          const whole = link(linker, pieces.map(({ text }) => text).join('\n\n'), 'en');
          expect(asWhole(pieces, told)).toEqual(whole);
        }
      }),
    );
  });
});

describe('the messages', () => {
  let sides: ReturnType<typeof joined>;
  const pieces = Array.from({ length: 100 }, (_, i) => aPiece(`Paragraph ${i} names Huawei.`));
  beforeEach(async () => {
    sides = joined();
    await sides.page.link([{ at: 0, remove: 0, insert: pieces, out: [] }], pieces, 'en');
  });

  test('carry the change and not the page', async () => {
    const changed = pieces.with(50, aPiece('Prism was there.'));
    const splice = { at: 50, remove: 1, insert: [changed[50] as Piece], out: [pieces[50] as Piece] };
    const reply = await sides.page.link([splice], changed, 'en');
    expect(sides.requests.at(-1)?.changes).toEqual([{ at: 50, remove: 1, insert: ['Prism was there.'] }]);
    expect(reply.whole).toBe(false);
    expect(reply.pieces.map(({ piece }) => piece)).toEqual([changed[50]]);
  });

  test('carry everything again once the worker was stopped', async () => {
    sides.stopWorker();
    const reply = await sides.page.link([{ at: 0, remove: 1, insert: [], out: [] }], pieces.slice(1), 'en');
    expect(reply.whole).toBe(true);
    expect(sides.requests.map(({ from }) => from === null)).toEqual([true, false, true]);
  });

  test('carry a long page in parts, and what is found in it is the same', async () => {
    const long = joined();
    const filler = 'Nothing was said of it. '.repeat(10_000);
    const many = [
      aPiece('Share Foundation.'),
      ...Array.from({ length: 9 }, () => aPiece(filler)),
      aPiece('Share.'),
    ];
    const told = new Map<Piece, LinkedPage['pieces'][number]['mentions']>();
    keep(told, await long.page.link([], many, 'en'));
    expect(long.requests.length).toBeGreaterThan(2);
    const mentions = asWhole(many, told);
    expect(mentions.map(({ text }) => text)).toEqual(['Share Foundation', 'Share']);
    expect(mentions).toEqual(link(linker, many.map(({ text }) => text).join('\n\n'), 'en'));
  });

  test('carry much that is new in parts as well, whatever was sent before', async () => {
    const filler = 'Nothing was said of it. '.repeat(10_000);
    const many = [...pieces, ...Array.from({ length: 9 }, () => aPiece(filler)), aPiece('Prism.')];
    const told = new Map<Piece, LinkedPage['pieces'][number]['mentions']>();
    const insert = many.slice(pieces.length);
    keep(told, await sides.page.link([{ at: pieces.length, remove: 0, insert, out: [] }], many, 'en'));
    const units = sides.requests.map(({ changes }) =>
      Math.max(...changes.map(({ insert: texts }) => texts.join('').length)),
    );
    expect(Math.max(...units)).toBeLessThan(600_000);
    expect(asWhole(many, told)).toEqual(link(linker, many.map(({ text }) => text).join('\n\n'), 'en'));
  });

  test('name the entities that reasons speak of', async () => {
    const { names } = await sides.page.link([], pieces, 'en');
    expect(names).toEqual([]);
    const more = [...pieces, aPiece('Prism.')];
    const reply = await sides.page.link(
      [{ at: 100, remove: 0, insert: [more[100] as Piece], out: [] }],
      more,
      'en',
    );
    expect(new Map(reply.names)).toEqual(
      new Map([
        ['prism', 'prism'],
        ['huawei', 'huawei'],
      ]),
    );
  });
});
