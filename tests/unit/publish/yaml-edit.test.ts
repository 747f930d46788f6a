import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cutOut, setWord, type YamlPath } from '../../../src/publish/yaml-edit.ts';

const TEXT = `# A record.
id:   acme
list:
  - id: one
    text: "folded
      over two lines"
    sources: [ a#x,b ]

  # About two.
  - id: two
    text: >
      a block
      of words
  - { id: three, act: says }
flow: [{ t: 1 },   { t: 2 }]
sources:
  a:
    url: https://a.example/ # why
    passages: { x: { start: s, end: e }, y: { start: s } }
  b:
    passages:
      z: { start: s }
last: 1
`;

describe('cutting out', () => {
  const cases: readonly [what: string, path: YamlPath, gone: string][] = [
    [
      'an item of a list',
      ['list', 0],
      '  - id: one\n    text: "folded\n      over two lines"\n    sources: [ a#x,b ]\n',
    ],
    [
      'an item that ends in a block',
      ['list', 1],
      '  - id: two\n    text: >\n      a block\n      of words\n',
    ],
    ['an item on one line', ['list', 2], '  - { id: three, act: says }\n'],
    ['the first of a flow list', ['flow', 0], '{ t: 1 },   '],
    ['the last of a flow list', ['flow', 1], ',   { t: 2 }'],
    ['a pair of a flow map', ['sources', 'a', 'passages', 'x'], 'x: { start: s, end: e }, '],
    ['a pair of a map, with its note', ['sources', 'a', 'url'], ''],
    [
      'the only pair, with what held it',
      ['sources', 'b', 'passages', 'z'],
      '  b:\n    passages:\n      z: { start: s }\n',
    ],
    ['the last pair of all', ['last'], 'last: 1\n'],
    ['nothing, where there is nothing', ['list', 9], ''],
    ['nothing, where nothing has the name', ['sources', 'c'], ''],
  ];
  it.each(cases)('%s changes nothing else', (_, path, gone) => {
    const expected =
      path.at(-1) === 'url'
        ? TEXT.replace('    url: https://a.example/ # why\n', '')
        : TEXT.replace(gone, '');
    expect(cutOut(TEXT, path)).toBe(expected);
  });

  it('works on lines that end as on Windows, and without a last line end', () => {
    const text = 'list:\r\n  - one\r\n  - two';
    expect(cutOut(text, ['list', 0])).toBe('list:\r\n  - two');
    expect(cutOut(text, ['list', 1])).toBe('list:\r\n  - one\r\n');
  });

  it('refuses what it cannot take apart', () => {
    expect(() => cutOut('list:\n  - id: one\n    t: 1\n', ['list', 0, 'id'])).toThrow('by hand');
  });

  it('gives what is left, whatever the list holds', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.record({ a: fc.string(), b: fc.integer() }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 5 }), fc.nat(4), (items, at) => {
        const rest = items.filter((_, i) => i !== at);
        const block = `list:\n${items.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`;
        const flow = `list: [${items.map((item) => JSON.stringify(item)).join(', ')}]\n`;
        for (const text of [block, flow])
          expect(parse(cutOut(text, ['list', at]))).toEqual({ list: at < items.length ? rest : items });
      }),
    );
  });
});

describe('setting a word', () => {
  const cases: readonly [what: string, path: YamlPath, key: string, from: string, to: string][] = [
    ['replaces the one that is there', ['list', 2], 'act', 'act: says', 'act: new'],
    ['adds a line', ['list', 0], 'act', '[ a#x,b ]\n', '[ a#x,b ]\n    act: new\n'],
    ['adds a line after a block', ['list', 1], 'act', 'of words\n', 'of words\n    act: new\n'],
    ['adds to a map on one line', ['list', 2], 'is', 'act: says }', 'act: says, is: new }'],
  ];
  it.each(cases)('%s', (_, path, key, from, to) => {
    expect(setWord(TEXT, path, key, 'new')).toBe(TEXT.replace(from, to));
  });

  it('refuses where there is no map', () => {
    expect(() => setWord(TEXT, ['list', 9], 'act', 'new')).toThrow('by hand');
  });
});
