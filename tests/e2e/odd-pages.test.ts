/** Pages that are no article, hold nothing, too much, or are broken: nothing marked or marked late, never an error on the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAINLY_CHROMIUM, startBrowser, type TestArticle, type TestBrowser } from '../helpers/browser.ts';

const FRONT_PAGE = `<main><h1>Today</h1>${Array.from({ length: 30 }, (_, i) => `<h2><a href="/${i}">Huawei story ${i}</a></h2>`).join('')}</main>`;
const LONG_PARAGRAPH = `<p>${'The council met again and nothing was decided on the matter of the bridge. '.repeat(140)}</p>`;
const TEN_MEGABYTES = `<article><h1>Minutes</h1><p>Huawei was named first.</p>${LONG_PARAGRAPH.repeat(900)}<p>Hikvision was named last.</p></article>`;

const nothing: [string, string][] = [
  ['without a word', ''],
  ['with nothing but scripts and styles', '<style>p{}</style><script>var Huawei = 1;</script>'],
  ['that lists other stories', FRONT_PAGE],
  [
    'that asks for a password',
    '<form><label>Huawei account <input type="password"></label><button>Log in</button></form>',
  ],
];

const marked: [string, string, string[]][] = [
  [
    'with broken markup',
    '<article><p>Police asked Huawei <b>and <i>Hikvision</b> for an offer</i> on Monday.<p><table><tr><td>Dahua<td>was not asked.</article></div></span>',
    ['Huawei', 'Hikvision', 'Dahua'],
  ],
  ['of ten megabytes', TEN_MEGABYTES, ['Huawei', 'Hikvision']],
];

describe.each(MAINLY_CHROMIUM)('odd pages in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  async function open(html: string): Promise<{ article: TestArticle; errors: string[] }> {
    const article = await browser.openHtml(html);
    const errors: string[] = [];
    article.page.on('pageerror', (error) => errors.push(String(error)));
    return { article, errors };
  }

  test.each(nothing)('marks nothing on a page %s', async (_, html) => {
    const { article, errors } = await open(html);
    const { mentions } = await article.waitForMarks();
    expect(mentions).toEqual([]);
    expect(errors).toEqual([]);
    await article.close();
  });

  test.each(marked)('marks a page %s', async (_, html, names) => {
    const { article, errors } = await open(html);
    const { mentions } = await article.waitForMarks();
    expect(mentions.map((mention) => mention.text).sort()).toEqual([...names].sort());
    expect(errors).toEqual([]);
    await article.close();
  });
});
