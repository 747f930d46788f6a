import { expect, test } from 'vitest';
import { addHints } from '../../../../src/core/annotation/hint.ts';
import { pageKeys } from '../../../../src/core/annotation/page-key.ts';
import { watchNeedForNotes } from '../../../../src/page/notes/need-notes.ts';

const OWN = addHints('', pageKeys([document.location.href]));
const OTHER = addHints('', pageKeys(['https://other.example/story']));

/** How often the hints were read, and the notes script was brought in, for what is stored and what is handed over. */
async function start(stored: string | Error, hints?: string) {
  const told = { read: 0, brought: 0 };
  const end = new AbortController();
  watchNeedForNotes({
    document,
    worker: {
      injectNotes: async () => {
        told.brought++;
        return null;
      },
    },
    readHints: async () => {
      told.read++;
      if (stored instanceof Error) throw stored;
      return stored;
    },
    ...(hints === undefined ? {} : { hints }),
    signal: end.signal,
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  end.abort();
  return told;
}

const cases: [string, string | Error, string | undefined, { read: number; brought: number }][] = [
  ['comes for a page with notes', OWN, undefined, { read: 1, brought: 1 }],
  ['does not come for a page without', OTHER, undefined, { read: 1, brought: 0 }],
  ['does not come for a reader without notes', '', undefined, { read: 1, brought: 0 }],
  ['goes by the hints it is handed, and reads none', OTHER, OWN, { read: 0, brought: 1 }],
  ['goes by empty hints it is handed as well', OWN, '', { read: 0, brought: 0 }],
  ['stays away, quietly, when nothing can be read', new Error('gone'), undefined, { read: 1, brought: 0 }],
];
test.each(cases)('the notes script %s', async (_, stored, hints, told) => {
  expect(await start(stored, hints)).toEqual(told);
});

test('the notes script comes for words that were selected before anybody listened', async () => {
  const brought: string[] = [];
  const end = new AbortController();
  watchNeedForNotes({
    document,
    worker: {
      injectNotes: async () => {
        brought.push('notes');
        return null;
      },
    },
    readHints: async () => '',
    hints: '',
    isSelected: true,
    signal: end.signal,
  });
  end.abort();
  expect(brought).toEqual(['notes']);
});
