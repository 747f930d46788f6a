import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGold } from '../../../src/publish/load-gold.ts';

function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'sidelight-gold-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

const entry = (id: string, text: string, kind = 'sentence') =>
  `- id: ${id}\n  kind: ${kind}\n  lang: en\n  text: "${text}"\n`;

describe('loadGold', () => {
  it('reads every file by name and takes the labels out', () => {
    const items = loadGold(
      folder({ 'b.yaml': entry('b', 'x', 'trap'), 'a.yaml': entry('a', '[[acme|Acme]] won'), 'c.md': '?' }),
    );
    expect(items.map(({ id, kind, text, mentions }) => [id, kind, text, mentions.length])).toEqual([
      ['a', 'sentence', 'Acme won', 1],
      ['b', 'trap', 'x', 0],
    ]);
  });

  it.each([
    ['an id used twice', entry('a', 'x') + entry('a', 'y'), /a\.yaml:5 .*used twice/],
    ['a broken label', entry('a', '[[acme]] won'), /a\.yaml:4 .*not a label/],
    ['an unknown kind', entry('a', 'x', 'poem'), /a\.yaml:2 /],
    ['what is no list', 'id: a\n', /a\.yaml:1 /],
    ['what is no YAML', '- [', /a\.yaml:1 /],
  ])('names the line of %s', (_, text, expected) => {
    expect(() => loadGold(folder({ 'a.yaml': text }))).toThrow(expected);
  });
});
