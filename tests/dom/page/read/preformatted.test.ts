import { describe, expect, test } from 'vitest';
import { isProse } from '../../../../src/page/read/preformatted.ts';
import { inPage } from '../../../helpers/html.ts';

const LETTER = `The council has asked us how many cameras were bought.
We have written to the ministry twice. It has not answered.
"We do not comment on customers," its spokesman said on Monday. The
invoices, which we have seen, name Huawei and one more seller.

Nobody was asked before. The files are kept for 30 days.
`;
const HEARING = 'the chair asked whether anybody had seen it. the witness said that she had not. '.repeat(6);
const CHINESE = '市议会询问购买了多少摄像头。部里没有答复。发票上写着华为的名字。文件保存三十天。'.repeat(12);

const PROSE: readonly [what: string, text: string][] = [
  ['a letter', LETTER],
  ['a letter that quotes another', LETTER.replaceAll('\n', '\n> ').slice(0, -2)],
  ['a record without capitals', HEARING],
  ['Chinese', CHINESE],
  ['two megabytes in one node', `${LETTER}${'and so on and on '.repeat(120_000)}`],
];

const CODE = `import { camera } from 'huawei';
// The ministry paid for it. It said so. It was asked twice.
export function record(days: number): void {
  for (let i = 0; i < days; i++) camera.store({ day: i });
}
`.repeat(4);
const LOG = Array.from(
  { length: 20 },
  (_, i) => `2024-05-${10 + i} 10:00:00   INFO   camera ${i} went off. It is on again.`,
).join('\n');
const TABLE = Array.from({ length: 20 }, (_, i) => `Seller ${i}.      Cameras.      ${i * 10}.`).join('\n');
const HEADER = `/*
 The ministry paid for this program. It may be copied. It comes without a warranty. Nobody answers for it.
${LETTER}*/
int main() { return 0; }`;

const OTHERS: readonly [what: string, html: string][] = [
  ['code', CODE],
  ['code that a highlighter has coloured', `<span class="c1">${LETTER}</span>`],
  ['a code element', `<code>${LETTER}</code>`],
  ['a log', LOG],
  ['a table drawn in characters', TABLE],
  ['a licence above a program', HEADER],
  ['a line', 'The ministry paid. It said so. It was asked.'],
  ['words without a sentence', 'huawei dahua hikvision '.repeat(30)],
  ['nothing', ''],
];

const preOf = (html: string) => inPage(`<pre>${html}</pre>`).querySelector('pre') as Element;

describe('text set as it was typed', () => {
  test.each(PROSE)('is prose: %s', (_, text) => {
    const pre = preOf('');
    pre.textContent = text;
    expect(isProse(pre)).toBe(true);
  });

  test.each(OTHERS)('is none: %s', (_, html) => {
    expect(isProse(preOf(html.replaceAll(' < ', ' &lt; ')))).toBe(false);
  });
});
