/** What a researcher does on a page: save words, come back, and be told what has become of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestArticle, type TestBrowser, waitFor } from '../helpers/browser.ts';
import { askNotes, callNotes, noteTexts, selectWords } from '../helpers/notes-page.ts';
import { isPainted, isUncovered } from '../helpers/painted.ts';

const SENTENCES = [
  'The city council met on Tuesday to talk about the budget for roads, parks and the new library.',
  'Officials said that 800 cameras of Huawei had been installed at 100 places since the spring, and that more would follow.',
  'A spokesman for the ministry declined to say which company had supplied the software that reads the faces of people.',
  'Residents asked in June for a list of the places; they were told that the list was secret for reasons of security.',
  'The weather was fine, and the meeting ended early so that members could go to the football match in the evening.',
  'An opposition member said that nobody had been asked, and that the contract ought to be published in full at once.',
];
const QUOTE = '800 cameras of Huawei had been installed at 100 places since the spring';

function pageOf(sentences: readonly string[]): string {
  const paragraphs = sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cameras for the square | The Paper</title>
    <meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2019-03-20">
    <meta name="author" content="Ana Writer"><style>body{font:18px/1.6 serif;max-width:640px;margin:40px auto}</style></head>
    <body><article><h1>Cameras for the square</h1>${paragraphs}</article></body></html>`;
}

describe.each(BROWSERS)('notes in %s', (name) => {
  let browser: TestBrowser;
  let html = pageOf(SENTENCES);
  let article: TestArticle;
  let url = '';

  beforeAll(async () => {
    browser = await startBrowser(name);
    // The page is made when it is asked for: the publisher changes it between two visits.
    article = await browser.openSite(() => ({
      body: html,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    }));
    url = article.page.url();
  });
  afterAll(() => browser?.close());

  test('selected words are saved with the button beside them, and marked', async () => {
    await article.waitForMarks();
    await selectWords(article.page, QUOTE);
    await article.page.locator('sidelight-notes >>> .offer-button').setTimeout(10_000).click();
    await article.page.waitForSelector('sidelight-notes >>> textarea', { timeout: 10_000 });
    await article.page.locator('sidelight-notes >>> textarea').fill('Ask the **ministry**.');
    await article.screenshot('note-saved');
    expect(await isUncovered(article.page, 'sidelight-n1', 'sidelight-notes >>> .box')).toBe(true);
    expect(await noteTexts(article.page, '.chip')).toEqual(['Huawei ×']);
    await waitFor(
      async () => {
        const [note] = await callNotes(browser.sender, 'notesOnPage', { urls: [url] });
        return note?.note === 'Ask the **ministry**.' && note;
      },
      { for: 'the note to be kept' },
    );
    await article.page.keyboard.press('Escape');
    expect(await isPainted(article.page, 'sidelight-n1')).toBe(true);
  });

  test('what was saved is whole', async () => {
    const [note] = await callNotes(browser.sender, 'notesOnPage', { urls: [url] });
    expect(note).toMatchObject({
      page: {
        title: 'Cameras for the square',
        authors: ['Ana Writer'],
        publisher: 'The Paper',
        published: '2019-03-20',
        lang: 'en',
      },
      passage: {
        text: QUOTE,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        fragment: expect.stringMatching(/^text=/),
        selectors: {
          quote: { exact: QUOTE },
          position: { type: 'TextPositionSelector' },
          range: { type: 'RangeSelector' },
        },
      },
      entities: [{ id: 'huawei' }],
    });
  });

  const visits: [about: string, sentences: readonly string[], confidence: string, now: string | null][] = [
    ['as it was', SENTENCES, 'exact', QUOTE],
    ['with a paragraph before it', ['Something new stands here.', ...SENTENCES], 'exact', QUOTE],
    [
      'with a number changed',
      SENTENCES.map((s) => s.replace('800', '1,000')),
      'edited',
      QUOTE.replace('800', '1,000'),
    ],
    ['with the sentence gone', SENTENCES.filter((s) => !s.includes('800')), 'lost', null],
  ];
  test.each(visits)('on the next visit, %s', async (about, sentences, confidence, now) => {
    html = pageOf(sentences);
    const again = await browser.openAddress(url);
    const report = await waitFor(
      async () => {
        const found = await askNotes(again, 'notesReport', null);
        return found.notes.length > 0 && found;
      },
      { for: 'the note to be found again' },
    );
    expect(report.notes).toMatchObject([{ quote: QUOTE, confidence, now }]);
    if (now !== null) expect(await isPainted(again.page, 'sidelight-n1')).toBe(true);
    await again.page.locator('sidelight-notes >>> .tab').setTimeout(10_000).click();
    await again.screenshot(`note-${about.replaceAll(/\W+/g, '-')}`);
    const shown = await noteTexts(again.page, '.list li');
    if (confidence === 'edited') expect(shown[0]).toContain('1,000');
    if (confidence === 'lost') expect(shown[0]).toContain(QUOTE);
    await again.close();
  });
});
