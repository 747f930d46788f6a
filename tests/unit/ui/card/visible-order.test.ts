import { describe, expect, it } from 'vitest';
import { inVisibleOrder } from '../../../../src/ui/card/visible-order.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aCard } from '../a-card.ts';

const TURNED = '\u202Elive\u202C';

describe('visible order', () => {
  it('takes controls out of everything that is shown', () => {
    const card = inVisibleOrder(
      aCard({
        name: `x${TURNED}`,
        summary: { en: '\u2067a\u2069' },
        statements: [
          aCardStatement({
            id: 'square/a',
            text: { en: TURNED },
            speaker: { name: '\u200FThe city' },
            sources: [aSource({ publisher: TURNED })],
          }),
        ],
      }),
    );
    const [statement] = card.statements;
    expect([card.name, card.summary.en, statement?.text.en, statement?.speaker.name]).toEqual([
      'xlive',
      'a',
      'live',
      'The city',
    ]);
    expect(statement?.sources[0]?.publisher).toBe('live');
  });

  it('leaves alone what is looked up: addresses, passages, ids', () => {
    const source = aSource({
      url: `https://a.example/${TURNED}`,
      passage: { start: TURNED, end: TURNED },
      archived: `https://b.example/${TURNED}`,
    });
    const card = aCard({ statements: [aCardStatement({ id: 'square/a', sources: [source] })] });
    expect(inVisibleOrder(card).statements[0]?.sources[0]).toEqual(source);
  });

  it('leaves everything else as it is', () => {
    const card = aCard({
      statements: [aCardStatement({ id: 'square/a', event: { from: '2018' } })],
      withheld: 2,
    });
    expect(inVisibleOrder(card)).toEqual(card);
  });
});
