import { describe, expect, it } from 'vitest';
import { createAnnouncer } from '../../../src/page/announce.ts';

function start() {
  const said: string[] = [];
  const location = { href: 'https://paper.example/a' };
  const document = { location, ariaNotify: (message: string) => said.push(message) };
  return { said, location, announcer: createAnnouncer(document as unknown as Document) };
}

const mentions = [{ entity: 'a' }, { entity: 'b' }, { entity: 'a' }];

describe('what a screen reader is told', () => {
  it('is one summary per address, however often the page is read', () => {
    const { said, location, announcer } = start();
    announcer.found([]);
    announcer.found(mentions);
    announcer.found([...mentions, { entity: 'c' }]);
    location.href = 'https://paper.example/b';
    announcer.found([{ entity: 'a' }]);
    expect(said).toEqual(['Sidelight: 3 mentions of 2 entities', 'Sidelight: 1 mention of 1 entity']);
  });

  it('says that the page is paused, and that it goes on', () => {
    const { said, announcer } = start();
    announcer.paused(true);
    announcer.paused(false);
    expect(said).toEqual(['Sidelight is paused on this page', 'Sidelight goes on']);
  });

  it('is nothing where the browser cannot tell it without a change of the page', () => {
    const { announcer } = start();
    const silent = createAnnouncer({ location: { href: '' } } as Document);
    expect(() => silent.found(mentions)).not.toThrow();
    expect(announcer).toBeDefined();
  });
});
