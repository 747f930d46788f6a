import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { recordJsonSchema } from '../../../src/publish/record-schema.ts';

const docs = readFileSync(resolve(import.meta.dirname, '../../../docs/dataset.md'), 'utf8');
const [, everyField = ''] = /\n## Every field\n([\s\S]*?)\n## /.exec(docs) ?? [];

/** Names of fields and words of closed lists, wherever they stand in the schema. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, enum: words } = schema as { properties?: object; enum?: unknown[] };
  return [
    ...Object.keys(properties ?? {}),
    ...(words ?? []).map(String),
    ...Object.values(properties ?? schema).flatMap(namesIn),
    ...(properties ? namesIn({ ...schema, properties: undefined }) : []),
  ];
}

it('docs/dataset.md tells every field of a record, and every word that may stand there', () => {
  const told = new Set([...everyField.matchAll(/`([^`]+)`/g)].map(([, word]) => word));
  const names = [...new Set(namesIn(JSON.parse(recordJsonSchema())))];
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !told.has(name) && !/^(?:en|sr)$/.test(name))).toEqual([]);
});
