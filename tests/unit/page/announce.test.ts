import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../src/messages/to-worker.ts';
import { createAnnouncer } from '../../../src/page/announce.ts';

const inWords = async (announcement: Announcement) => JSON.stringify(announcement);

function start() {
  const said: unknown[] = [];
  const page = {
    URL: 'https://paper.example/a',
    ariaNotify: (message: string) => said.push(JSON.parse(message)),
  };
  return { said, page, announcer: createAnnouncer(page as unknown as Document, inWords) };
}

const mentions = [{ entity: 'a' }, { entity: 'b' }, { entity: 'a' }];

describe('what a screen reader is told', () => {
  it('is one summary per address, however often the page is read', async () => {
    const { said, page, announcer } = start();
    await announcer.found([]);
    await announcer.found(mentions);
    await announcer.found([...mentions, { entity: 'c' }]);
    page.URL = 'https://paper.example/b';
    await announcer.found([{ entity: 'a' }]);
    expect(said).toEqual([
      { what: 'found', mentions: 3, entities: 2 },
      { what: 'found', mentions: 1, entities: 1 },
    ]);
  });

  it.each([
    [{ mentions: 3, entities: 2, sentence: '"at hand"' }, 'at hand'],
    [
      { mentions: 4, entities: 2, sentence: '"at hand"' },
      { what: 'found', mentions: 3, entities: 2 },
    ],
    [
      { mentions: 3, entities: 3, sentence: '"at hand"' },
      { what: 'found', mentions: 3, entities: 2 },
    ],
    [null, { what: 'found', mentions: 3, entities: 2 }],
  ])('is the sentence at hand where it counts the same: %o', async (ready, told) => {
    const { said, announcer } = start();
    await announcer.found(mentions, ready);
    expect(said).toEqual([told]);
  });

  it('says that the page is paused, and that it goes on', async () => {
    const { said, announcer } = start();
    await announcer.paused(true);
    await announcer.paused(false);
    expect(said).toEqual([{ what: 'paused' }, { what: 'goesOn' }]);
  });

  it('is nothing where the browser cannot tell it without a change of the page', async () => {
    let asked = 0;
    const silent = createAnnouncer({ URL: '' } as Document, async () => {
      asked++;
      return '';
    });
    await silent.found(mentions);
    expect(asked).toBe(0);
  });
});
