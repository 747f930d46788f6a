import { expect, test } from 'vitest';
import type { ReportedMention } from '../../../../src/messages/to-page.ts';
import { byKind, foundEntities } from '../../../../src/ui/pages/found-entities.ts';

function mention(entity: string, kind: ReportedMention['kind'] = 'vendor'): ReportedMention {
  return { text: entity, entity, name: entity, kind, nth: 1, statements: 1, why: [] };
}

test('entities come once, in order of appearance, with all their mentions', () => {
  const found = foundEntities([mention('law', 'law'), mention('acme'), mention('law', 'law')]);
  expect(found.map(({ id, mentions }) => [id, ...mentions])).toEqual([
    ['law', 0, 2],
    ['acme', 1],
  ]);
  expect(byKind(found).map(([kind, own]) => [kind, own.length])).toEqual([
    ['vendor', 1],
    ['law', 1],
  ]);
});

test('nothing is nothing', () => {
  expect(foundEntities([])).toEqual([]);
});
