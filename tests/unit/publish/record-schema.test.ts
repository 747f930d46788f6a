import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordSchema } from '../../../src/core/dataset/record.ts';
import { recordJsonSchema } from '../../../src/publish/record-schema.ts';

const dataset = resolve(import.meta.dirname, '../../../assets/dataset');

it('the schema beside the records is the one they are checked with', () => {
  // After a change of the schema: npm run --silent dataset -- schema > assets/dataset/record.schema.json
  expect(readFileSync(resolve(dataset, 'record.schema.json'), 'utf8')).toBe(recordJsonSchema());
});

it('the template is a sound record', () => {
  const template = parse(readFileSync(resolve(dataset, 'template.yaml'), 'utf8'));
  expect(recordSchema.safeParse(template).error?.issues).toBeUndefined();
});
