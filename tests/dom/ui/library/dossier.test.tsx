/** A dossier's two halves come together: nothing is pushed down by what arrives later, and no number is shown that changes. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { Card } from '../../../../src/core/dataset/card.ts';
import { Dossier } from '../../../../src/ui/library/dossier.tsx';
import { LIBRARY } from '../../../../src/ui/library/strings.ts';
import type { Library } from '../../../../src/ui/library/use-library.ts';
import { aCardStatement } from '../../../helpers/builders.ts';
import { aNote } from '../../../helpers/notes.ts';
import { aCard } from '../../../unit/ui/a-card.ts';

const CARD = aCard({ statements: [aCardStatement({ id: 'square/1', event: '2019-02' })] });

interface Engine {
  readonly cards: () => Promise<readonly Card[]>;
  readonly findIds: () => Promise<readonly string[]>;
}

function libraryOf(engine: Engine): Library {
  const notes = async () => [aNote()];
  return {
    host: { engine: { ...engine, notes } },
    turn: 0,
    current: null,
  } as unknown as Library;
}

function controlled<T>() {
  let settle: { answer: (value: T) => void; fail: (error: Error) => void } | undefined;
  const promise = new Promise<T>((answer, fail) => {
    settle = { answer, fail };
  });
  return { promise, ...(settle as NonNullable<typeof settle>) };
}

const settled = () => act(() => new Promise((done) => setTimeout(done, 0)));
const count = (selector: string) => document.querySelectorAll(selector).length;

beforeEach(() => render(null, document.body));

test.each(['cards', 'notes'] as const)('with the %s last, nothing is shown before them', async (last) => {
  const [cards, ids] = [controlled<Card[]>(), controlled<string[]>()];
  const library = libraryOf({ cards: () => cards.promise, findIds: () => ids.promise });
  await act(() => render(<Dossier id="huawei" library={library} />, document.body));
  if (last === 'cards') ids.answer(['1']);
  else cards.answer([CARD]);
  await settled();
  expect([count('.moment'), document.body.textContent]).toEqual([0, '']);
  if (last === 'cards') cards.answer([CARD]);
  else ids.answer(['1']);
  await settled();
  expect(count('.saved')).toBe(1);
  expect(count('.theirs .statement')).toBe(1);
});

test('where the dataset cannot be read, the notes are shown and the dossier says so', async () => {
  const library = libraryOf({
    cards: () => Promise.reject(new Error('the disk is full')),
    findIds: async () => ['1'],
  });
  await act(() => render(<Dossier id="huawei" library={library} />, document.body));
  await settled();
  expect(count('.saved')).toBe(1);
  expect(document.querySelector('.caution')?.textContent).toBe(LIBRARY.statementsUnread);
});
