/** Against a real server: what it answers decides, not a stand-in for fetch. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Release } from '../../../src/core/dataset/release.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { checkLinks, describeLinks } from '../../../src/publish/links/check-links.ts';
import { fetchPage } from '../../../src/publish/links/fetch-page.ts';
import { hasPassage } from '../../../src/publish/links/passage.ts';
import { datasetFolder } from '../../helpers/dataset-folder.ts';

const pages: Record<string, { status?: number; type?: string; body: string }> = {
  '/good': {
    body: '<article><p>Acme was <b>founded</b> in 2011, it says, and makes&nbsp;cameras.</p></article>',
  },
  '/other': { body: '<p>Nothing of the kind.</p>' },
  '/gone': { status: 404, body: '' },
  '/paper': { type: 'application/pdf', body: '%PDF' },
  '/archive/gone': { body: '<p>founded in 2011 – makes cameras</p>' },
};
const asked: string[] = [];
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path === '/breaks') {
      request.socket.destroy();
      return;
    }
    const page = pages[path] ?? { status: 404, body: '' };
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/html' });
    response.end(page.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const good = compileDataset(datasetFolder());

function releaseWith(paths: readonly string[]): Release {
  const [first] = good.sources;
  if (!first) throw new Error('no source');
  return {
    ...good,
    sources: paths.map((path) => ({ ...first, id: `acme${path}`, url: `${origin}${path}` })),
  };
}

function run(release: Release, stateFile: string, archive = false) {
  return checkLinks(release, {
    stateFile,
    fetchPage,
    pause: 0,
    hostsAtOnce: 2,
    archiveOf: archive ? (url) => url.replace(origin, `${origin}/archive`) : null,
  });
}

describe('checkLinks', () => {
  it('tells what stands from what changed, went, broke or is no text', async () => {
    const file = join(datasetFolder(), 'links.jsonl');
    const release = releaseWith(['/good', '/other', '/gone', '/breaks', '/paper']);
    const results = await run(release, file);
    expect(results.map(({ state }) => state)).toEqual(['found', 'changed', 'gone', 'failed', 'not-text']);
    expect(results[1]?.missing).toEqual(['founded']);
    expect(describeLinks(results)).toMatch(/^gone .*\/gone\n[\s\S]*1 found, 1 gone, 1 changed, 1 failed/m);
  });

  it('asks the archive when the page is gone', async () => {
    const [result] = await run(releaseWith(['/gone']), join(datasetFolder(), 'links.jsonl'), true);
    expect(result).toMatchObject({ state: 'archived', missing: [] });
  });

  it('goes on where it stopped, and asks again what failed or changed its words', async () => {
    const file = join(datasetFolder(), 'links.jsonl');
    const release = releaseWith(['/good', '/breaks']);
    await run(release, file);
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"key":"cut sh`);
    asked.length = 0;
    await run(release, file);
    expect(new Set(asked)).toEqual(new Set(['/breaks']));
    const [source] = release.sources;
    if (!source) throw new Error('no source');
    const mended = { ...source, passages: { founded: { start: 'Acme was', end: 'founded' } } };
    asked.length = 0;
    await run({ ...release, sources: [mended] }, file);
    expect(asked).toEqual(['/good']);
  });
});

it.each([
  ['Acme sold the cameras — for the “square”.', 'sold the cameras', 'for the square', true],
  ['for the square … sold the cameras', 'sold the cameras', 'for the square', false],
  ['Sold\u00a0the Cameras', 'sold the cameras', 'the cameras', true],
  ['', 'sold', 'cameras', false],
])('a passage in %j from %j to %j: %s', (text, start, end, expected) => {
  expect(hasPassage(text, { start, end })).toBe(expected);
});
