import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { RULES, WARNINGS } from '../../../src/publish/rules/catalogue.ts';

const docs = readFileSync(resolve(import.meta.dirname, '../../../docs/dataset.md'), 'utf8');

it('docs/dataset.md shows the rules of the checker, in its words and order', () => {
  const rows = [...docs.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, rule, what]) => [rule, what]);
  expect(rows).toEqual(Object.entries(RULES));
});

it('docs/dataset.md names those that are always warnings', () => {
  const [, listed = ''] =
    /being built[\s\S]*?hold nothing back\. ([\s\S]*?) are always warnings/.exec(docs) ?? [];
  expect([...listed.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule)).toEqual(WARNINGS);
});
