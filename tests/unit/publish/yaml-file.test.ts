import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/publish/problem.ts';
import { parseYaml, readYamlFile } from '../../../src/publish/yaml-file.ts';

const told = (text: string) => {
  const parsed = parseYaml(text, 'x.yaml');
  return Array.isArray(parsed) ? parsed.map(formatProblem) : parsed.value;
};
const bytesTold = (bytes: Uint8Array | string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'sidelight-yaml-')), 'x.yaml');
  writeFileSync(path, bytes);
  const parsed = readYamlFile(path, 'x.yaml');
  return Array.isArray(parsed) ? parsed.map(formatProblem) : parsed.value;
};
const bomb = (levels: number) =>
  [
    'a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}x]`),
  ].join('\n');

describe('parseYaml', () => {
  it.each<[string, string, RegExp]>([
    ['an anchor that nothing uses', 'a: 1\nb: &x 2', /^x\.yaml:2 {2}\[yaml\].*&x/],
    ['an anchor above its value', 'a: 1\nb: &x\n  - 1\n', /^x\.yaml:2 {2}.*&x/],
    ['an anchor on a key', 'a: 1\n&k b: 2', /^x\.yaml:2 {2}.*&k/],
    ['an alias, where it stands', 'a: &x 1\nb: 2\nc: *x', /^x\.yaml:1 [\s\S]*\nx\.yaml:3 {2}.*\*x/],
    ['a bomb', bomb(12), /^x\.yaml:1 .*&a0/],
    ['a tag', 'a: 1\nb: !!str 2', /^x\.yaml:2 .*tag.*str/],
    ['a tag of its own', 'a: 1\nb: !run 2', /^x\.yaml:2 .*begins with !/],
    ['a directive', '%YAML 1.1\n---\na: yes', /^x\.yaml:1 .*directive/],
    ['a second document', 'a: 1\n---\nb: 2', /^x\.yaml:\d+ .*document/],
    [
      'a direction-changing character in a comment',
      'a: 1\n# ab\u202ecd\nb: 2',
      /^x\.yaml:2 .*direction-changing/,
    ],
    ['a zero-width character in a key', 'a: 1\nb\u200bc: 2', /^x\.yaml:2 .*zero-width/],
    ['a tab', 'a:\n\tb: 1', /^x\.yaml:2 .*tab/],
    ['a key that stands twice', 'a: 1\nb: 1\na: 2', /^x\.yaml:3 .*a stands twice: in line 1 and here/],
    [
      'nesting without end',
      `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      /^x\.yaml:\d+ .*nested too deeply/,
    ],
  ])('refuses %s, with its line', (_, text, expected) => {
    expect([told(text)].flat().join('\n')).toMatch(expected);
  });

  it.each<[string, string, RegExp]>([
    [
      'a colon in a text',
      'a: 1\ntext: Acme: the maker\nb: 2',
      /^x\.yaml:2 .*a colon .* put the text in quotes/,
    ],
    ['a colon in a list', 's:\n  - id: x\n    text: Acme said: yes\n', /^x\.yaml:3 .*a colon .* in quotes/],
    ['a colon in braces', 's: { start: a: b, end: c }\n', /^x\.yaml:1 .*a colon .* in quotes/],
    ['a line too far in', 'a: 1\n b: 2\nc: 3', /^x\.yaml:1 .*indented further.* one column/],
    ['lines too far out', 'a:\n  - id: x\n    b: y\n  c: z\n  d: z\ne: 1', /^x\.yaml:4 .*indented otherwise/],
    ['half a step in', 'a:\n  - id: x\n   b: y\n   c: z', /^x\.yaml:3 .*indented otherwise/],
    ['an open bracket', 'a: [x, y\nb: 2\nc: 3', /^x\.yaml:2 .*bracket/],
    ['an open quote', "a: 1\nb: 'x\nc: 2\nd: 3", /^x\.yaml:2 .*nowhere closed/],
    ['an apostrophe', "a: 'it's here'\nb: 2", /^x\.yaml:1 .*behind the end of the value.*in quotes/],
    ['a quoted beginning', 'a: "Foo" said it\nb: 1', /^x\.yaml:1 .*behind the end of the value/],
    ['a text that begins with @', 'a: @x\nb: 1', /^x\.yaml:1 .*keeps for itself.*in quotes/],
    ['a text that begins with *', 'a: **x** y\nb: 1', /^x\.yaml:1 .*stands in quotes/],
    ['no space', 'a:1\nb: 2', /^x\.yaml:1 .*no space behind the colon/],
    ['no colon', 'a: 1\nb 2\nc: 3', /^x\.yaml:2 .*no colon behind/],
    ['a text cut at #', 'a: 1\nb: Foo #3 bar', /^x\.yaml:2 .*“3 bar”.*in quotes/],
    ['a text cut at a # with a space', 'a: Foo bar # 3', /^x\.yaml:1 .*“3”.*in quotes/],
    ['a text in curly quotes', 'a: “Foo bar”', /^x\.yaml:1 .*curly quotes.*straight quotes/],
    ['a date in curly quotes', 'a: ‘2019’', /^x\.yaml:1 .*curly quotes/],
  ])('tells %s once, at its line, in plain words', (_, text, expected) => {
    expect(told(text)).toEqual([expect.stringMatching(expected)]);
    expect([told(text)].flat()[0]).not.toMatch(/at line|: –/);
  });

  it('takes what is right: comments, and quotes that belong to the text', () => {
    expect(
      told('a: word # a comment\nb: [RS] # another\nc: "Foo #3 “bar”" # too\nd: “Foo” and “bar”'),
    ).toEqual({
      a: 'word',
      b: ['RS'],
      c: 'Foo #3 “bar”',
      d: '“Foo” and “bar”',
    });
  });

  it('takes the joints and marks that a script is written with', () => {
    expect(told('a: می\u200cنویسند\u200f.')).toEqual({ a: 'می\u200cنویسند\u200f.' });
  });

  it('takes either line ending, and a byte order mark', () => {
    expect(bytesTold('\ufeffa: 1\r\nb: [x]\r\n')).toEqual({ a: 1, b: ['x'] });
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'Latin-1, at its first wrong line',
      Buffer.from('a: 1\nb: ok\nc: Belgr\u00e4d\n', 'latin1'),
      /^x\.yaml:3 .*UTF-8/,
    ],
    ['UTF-16 with a mark', Buffer.from('\ufeffa: 1\n', 'utf16le'), /^x\.yaml:1 .*UTF-8/],
    ['UTF-16 without one', Buffer.from('a: 1\n', 'utf16le'), /^x\.yaml:1 .*UTF-8/],
    ['half a character at the end', Buffer.from('a: 1\nb: \u4e2d').subarray(0, -1), /^x\.yaml:2 .*UTF-8/],
    ['a huge file', Buffer.alloc(512 * 1024 + 1, 'a'), /^x\.yaml:1 .*524289 bytes/],
  ])('refuses %s', (_, bytes, expected) => {
    expect(bytesTold(bytes)).toEqual([expect.stringMatching(expected)]);
  });
});
