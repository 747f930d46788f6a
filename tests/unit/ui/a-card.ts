/** A small card to alter. */
import type { Card } from '../../../src/core/dataset/card.ts';

export function aCard(over: Partial<Card> = {}): Card {
  return {
    id: 'square',
    kind: 'project',
    name: 'Square Watch',
    summary: { en: 'Camera project.' },
    places: ['RS'],
    reviewed: '2026-11-24',
    statements: [],
    states: [],
    relations: [],
    withheld: 0,
    datasetVersion: '2026.11.24',
    ...over,
  };
}
