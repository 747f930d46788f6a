import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../../src/ui/library/plain-text.ts';

const CASES: [markdown: string, plain: string][] = [
  ['Ask the **ministry** about _this_.', 'Ask the ministry about this.'],
  ['# Title\n\nFirst.\n\nSecond.', 'Title First. Second.'],
  ['- one\n- two\n  1. three', 'one two three'],
  ['> said so\n\n`code` here', 'said so code here'],
  ['[the report](https://a.example/x) and <https://b.example/>', 'the report and https://b.example/'],
  ['![a map](https://a.example/map.png "title") of it', 'a map of it'],
  ['```\nlet x = 1 < 2;\n```', 'let x = 1 < 2;'],
  ['<script>alert(1)</script> & "so"', '<script>alert(1)</script> & "so"'],
  ['2 * 3 = 6, snake_case_name, #tag', '2 * 3 = 6, snake_case_name, #tag'],
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['line\nbroken  \nagain', 'line broken again'],
  ['', ''],
];
test.each(CASES)('%j reads %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});

test('words without any marks are left as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zåäö一-龥]{1,9}$/), { minLength: 1 }), (words) => {
      const text = words.join(' ');
      expect(plainText(text)).toBe(text);
    }),
  );
});

test('a note without end does not hold up the list', () => {
  expect(plainText('**word** '.repeat(100_000)).length).toBeLessThan(2000);
});
