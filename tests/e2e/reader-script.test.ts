/** Chromium: an article's own frame fetches the reading script, which no page can do or see. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../scripts/lib/wait.ts';
import { startBrowser, type TestBrowser } from '../helpers/browser.ts';

/** The browser asks for a picture of its own accord where a page names none. */
const HEAD = '<!doctype html><title>t</title><link rel="icon" href="data:,">';
const ARTICLE = '<article><h1>A tender</h1><p>The ministry asked Huawei for an offer.</p></article>';
const STRICT = { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" };

/** A service worker that answers every script with its own, and tells what it was asked for. */
const SPY = `
  const seen = [];
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());
  onmessage = ({ source }) => source.postMessage(seen);
  onfetch = (event) => {
    seen.push(event.request.url);
    if (event.request.destination === 'script')
      event.respondWith(new Response('document.title = "taken over"', { headers: { 'content-type': 'text/javascript' } }));
  };
`;

/** Whether each reading script that runs in the page is a module: one that is injected is none. */
async function readersIn(page: Page): Promise<boolean[]> {
  const session = await page.createCDPSession();
  const found: boolean[] = [];
  session.on('Debugger.scriptParsed', ({ url, isModule }) => {
    if (/\/mentions\.js(?:$|\?)/.test(url)) found.push(isModule === true);
  });
  await session.send('Debugger.enable');
  await waitFor(() => found.length > 0, { for: 'the reading script' });
  await session.detach();
  return found;
}

describe('the reading script in Chromium', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser('chromium');
  });
  afterAll(() => browser?.close());

  test.each([
    ['a page', {}],
    ['a page with a strict policy', STRICT],
  ])('is fetched by %s, once', async (_, headers) => {
    const article = await browser.openHtml(`${HEAD}${ARTICLE}`, headers);
    await article.waitForMarks();
    expect(await readersIn(article.page)).toEqual([true]);
    await article.page.reload();
    await article.waitForMarks();
    expect(await readersIn(article.page)).toEqual([true]);
    await article.close();
  });

  test('is fetched past a service worker of the page, which sees nothing of it', async () => {
    const article = await browser.openPages({
      '/': `${HEAD}${ARTICLE}`,
      '/worker.js': { body: SPY, headers: { 'content-type': 'text/javascript' } },
    });
    const { page } = article;
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await article.waitForMarks();
    expect(await readersIn(page)).toEqual([true]);
    const seen = await page.evaluate(async () => {
      const answer = new Promise((resolve) => {
        navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
      });
      navigator.serviceWorker.controller?.postMessage('seen');
      return answer;
    });
    // That it saw the page tells that it was listening.
    expect(seen).toEqual([page.url()]);
    await article.close();
  });

  test('leaves a page no trace of its address', async () => {
    const article = await browser.openHtml(
      `${HEAD}<script>
        window.heard = [];
        new ReportingObserver((reports) => heard.push(...reports.map(({ type }) => type)), { buffered: true }).observe();
        new PerformanceObserver((list) => heard.push(...list.getEntries().map(({ name }) => name)))
          .observe({ type: 'resource', buffered: true });
        for (const type of ['securitypolicyviolation', 'error']) addEventListener(type, () => heard.push(type), true);
      </script>${ARTICLE}`,
      {
        'integrity-policy-report-only': 'blocked-destinations=(script)',
        'content-security-policy-report-only': "script-src 'unsafe-inline'; connect-src 'none'",
      },
    );
    await article.waitForMarks();
    expect(await article.page.evaluate('heard')).toEqual([]);
    const { html, names } = await article.page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      names: performance.getEntries().map(({ name }) => name),
    }));
    expect(html + names.join()).not.toContain('chrome-extension');
    await article.close();
  });

  test('is not handed out to a page that knows the extension’s id', async () => {
    const article = await browser.openHtml(`${HEAD}${ARTICLE}`);
    await article.waitForMarks();
    const address = new URL('mentions.js', browser.sender.url()).href;
    const got = await article.page.evaluate(`(async (url) => {
      const ask = (promise) => promise.then(() => 'had', () => 'refused');
      const load = (name, attribute) => new Promise((had, refused) => {
        const element = document.createElement(name);
        element[attribute] = url;
        [element.onload, element.onerror] = [had, refused];
        document.head.append(element);
      });
      return [
        await ask(fetch(url)),
        await ask(fetch(url, { mode: 'no-cors' })),
        await ask(import(url)),
        await ask(load('script', 'src')),
      ];
    })(${JSON.stringify(address)})`);
    expect(got).toEqual(['refused', 'refused', 'refused', 'refused']);
    await article.close();
  });

  test('comes into a frame without an origin, and says nothing in the page’s console', async () => {
    const article = await browser.openHtml(
      `${HEAD}<iframe sandbox srcdoc="${ARTICLE.replaceAll('"', '&quot;')}" width="600" height="300"></iframe>`,
    );
    const said: string[] = [];
    article.page.on('console', (message) => said.push(message.text()));
    await article.page.reload();
    const frame = await waitFor(() => article.page.frames().find((one) => one.url() === 'about:srcdoc'), {
      for: 'the frame',
    });
    await waitFor(() => frame.evaluate(() => CSS.highlights.size > 0), { for: 'marks in the frame' });
    // Said of the driver's own questions, in a frame that runs no scripts.
    expect(said.filter((text) => !text.includes('Blocked script execution'))).toEqual([]);
    await article.close();
  });
});
