/** From a maintainer's desk to an open page: a dataset is added, an update arrives, and the page marks the new name by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, startBrowser, type TestBrowser, waitFor } from '../helpers/browser.ts';
import { addReader } from '../helpers/browser-reader.ts';
import { anAlias, anEntity, aRelease, aStatement } from '../helpers/builders.ts';
import { type Desk, openDesk } from '../helpers/desk.ts';
import { type HostileServer, startHostileServer, TELLING } from '../helpers/hostile-server.ts';
import { stopWorker } from '../helpers/stop-worker.ts';

const TEXT =
  'The town hall said that Quillfeather Optics will light the bridge, as Brambleworth Lighting did before. ';

function theirs(version: string, names: readonly string[]) {
  return aRelease({
    version,
    entities: names.map((name, i) => anEntity({ id: `e-${i}`, name })),
    statements: names.map((_, i) => aStatement({ id: `e-${i}/s`, text: { en: 'It lights bridges.' } })),
    aliases: names.map((text, i) => anAlias({ entity: `e-${i}`, text })),
  });
}

interface Scene {
  browser: TestBrowser;
  desk: Desk;
  server: HostileServer;
}

/** A browser, and a desk that has shipped its first release; there from the first test of a block to its last. */
function useScene(name: (typeof BROWSERS)[number]): Scene {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.desk = await openDesk();
    await scene.desk.ship(theirs('2026.11.20', ['Brambleworth Lighting']));
    scene.server = await startHostileServer(scene.desk.site);
    scene.browser = await startBrowser(name);
  });
  afterAll(async () => {
    await scene.browser?.close();
    await scene.server?.close();
    scene.desk?.remove();
  });
  return scene;
}

describe.each(BROWSERS)('updates in %s', (name) => {
  const scene = useScene(name);

  test('nothing is requested before the reader adds a dataset; then only its fixed files, without identifiers', {
    timeout: 90_000,
  }, async () => {
    const { browser, desk, server } = scene;
    expect((await browser.callWorker('updateState', null)).map(({ id, status }) => [id, status])).toEqual([
      ['core', 'no-repository'],
    ]);
    expect(server.requests).toEqual([]);
    const article = await browser.openHtml(
      `<title>A bridge</title><article><h1>A bridge</h1><p>${TEXT.repeat(12)}</p></article>`,
    );
    await article.waitForMarks();
    const marked = async () => new Set((await article.report()).mentions.map((mention) => mention.name));
    const reader = await addReader(browser, desk, server, 'The Newsroom');
    await waitFor(async () => (await marked()).has('Brambleworth Lighting'), {
      for: 'the first mark',
      timeout: 30_000,
    });

    await desk.ship(theirs('2026.11.21', ['Brambleworth Lighting', 'Quillfeather Optics']));
    expect(await reader.check()).toMatchObject({ status: 'current', release: { version: '2026.11.21' } });
    await waitFor(async () => (await marked()).has('Quillfeather Optics'), {
      for: 'the new name on the open page',
      timeout: 30_000,
    });

    await article.hover(0);
    await article.waitForCard();
    expect(await article.cardText()).toContain('The Newsroom');
    await article.screenshot('added-dataset');
    for (const { path, headers } of server.requests) {
      expect(path).toMatch(
        /^\/(?:metadata\/(?:\d+\.)?(?:root|timestamp|snapshot|targets)\.json|targets\/[0-9a-f]{64}\.(?:dataset|from-[0-9a-f]{16})\.bin)$/,
      );
      expect(Object.keys(headers).filter((name) => TELLING.includes(name))).toEqual([]);
      expect(headers['accept-language']).toBe('*');
    }
    await article.close();
    await reader.remove();
  });
});

describe('the hidden page whose thread loads datasets, in chromium', () => {
  const scene = useScene('chromium');

  const isThere = () =>
    scene.browser.browser.targets().some((target) => target.url().endsWith('/hidden.html'));
  const until = (state: boolean, what: string) =>
    waitFor(async () => isThere() === state, { for: what, timeout: 30_000 });

  test('comes for an update, and leaves when that is done', { timeout: 90_000 }, async () => {
    const { browser, desk, server } = scene;
    await browser.callWorker('datasetInfo', null);
    await until(false, 'the hidden page to leave after the first index');
    const came = until(true, 'the hidden page');
    const reader = await addReader(browser, desk, server);
    await came;
    expect((await reader.state()).release?.version).toBe('2026.11.20');
    await until(false, 'the hidden page to leave');
    await reader.remove();
  });

  test('leaves with a worker that is stopped, and the next check is not disturbed by it', {
    timeout: 90_000,
  }, async () => {
    const { browser, desk, server } = scene;
    const reader = await addReader(browser, desk, server);
    await desk.ship(theirs('2026.11.21', ['Brambleworth Lighting', 'Quillfeather Optics']));
    const asked = new Promise<void>((resolve) => {
      // Datasets are never sent to their end.
      server.twist(({ path, file }, response) => {
        if (!path.startsWith('/targets/') || !file) return false;
        response.writeHead(200, { 'content-length': file.length });
        response.write(file.subarray(0, 10));
        resolve();
        return true;
      });
    });
    await browser.callWorker('checkForUpdates', { repository: reader.id });
    await asked;
    expect(isThere()).toBe(true);
    await stopWorker(browser);
    await until(false, 'the hidden page to leave with its worker');
    server.twist(null);
    expect((await reader.check()).release?.version).toBe('2026.11.21');
  });
});
