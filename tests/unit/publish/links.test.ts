/** Against a real server: what it answers decides, not a stand-in for fetch. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Release } from '../../../src/core/dataset/release.ts';
import { runDataset } from '../../../src/publish/commands.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { checkLinks, deadLinks, describeLinks } from '../../../src/publish/links/check-links.ts';
import { fetchPage } from '../../../src/publish/links/fetch-page.ts';
import { hasPassage } from '../../../src/publish/links/passage.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

const pages: Record<string, { status?: number; type?: string; body: string }> = {
  '/good': {
    body: '<article><p>Acme was <b>founded</b> in 2011, it says, and makes&nbsp;cameras.</p></article>',
  },
  '/other': { body: '<p>Nothing of the kind.</p>' },
  '/gone': { status: 404, body: '' },
  '/paper': { type: 'application/pdf', body: '%PDF' },
  '/shy': { status: 403, body: '' },
  '/scan': { status: 404, body: '' },
  '/archive/scan': { type: 'application/pdf', body: '%PDF' },
  '/archive/plan': { body: '<p>the city plans such a project</p>' },
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
    const release = releaseWith(['/good', '/other', '/gone', '/breaks', '/paper', '/shy']);
    const results = await run(release, file);
    expect(results.map(({ state }) => state)).toEqual([
      'found',
      'changed',
      'gone',
      'failed',
      'not-text',
      'refused',
    ]);
    expect(results[1]?.missing).toEqual(['founded']);
    expect(describeLinks(results)).toMatch(
      /^gone .*\/gone\n[\s\S]*1 found, 1 gone, 1 changed, 1 failed, 1 refused.*\n3 dead: /m,
    );
  });

  it('counts as dead what neither the page nor a copy has, and only that', async () => {
    const paths = ['/good', '/gone', '/scan', '/other', '/breaks', '/paper', '/shy'];
    const results = await run(releaseWith(paths), join(datasetFolder(), 'links.jsonl'), true);
    expect(deadLinks(results).map(({ source }) => source)).toEqual(['acme/other', 'acme/breaks']);
    expect(describeLinks(results.filter(({ state }) => state === 'archived'))).not.toMatch(/dead/);
  });

  it('asks again what was dead, and what has got a recorded copy since', async () => {
    const file = join(datasetFolder(), 'links.jsonl');
    const release = releaseWith(['/good', '/gone']);
    expect(deadLinks(await run(release, file))).toHaveLength(1);
    asked.length = 0;
    await run(release, file);
    expect(asked).toEqual(['/gone']);
    const sources = release.sources.map((source) => ({ ...source, archived: `${origin}/archive/gone` }));
    asked.length = 0;
    expect(deadLinks(await run({ ...release, sources }, file))).toEqual([]);
    expect(asked.sort()).toEqual(['/archive/gone', '/gone', '/good']);
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

describe('dataset links', () => {
  /** The small dataset with its three sources on the server: two stand, the third is at `path` with the copy at `copy`. */
  const folderWith = (path: string, copy: string) =>
    datasetFolder({
      ...changed('entities/acme.yaml', 'https://acme.example/about', `${origin}/good`, [
        'https://paper.example/cameras',
        `${origin}/paper`,
      ]),
      ...changed(
        'entities/square.yaml',
        'url: https://city.example/plan',
        `url: ${origin}${path}\n    archived: ${origin}${copy}`,
      ),
    });

  it.each([
    [0, 'a dead source whose recorded copy stands in', '/gone', '/archive/plan', /1 archived/],
    [0, 'a source that only keeps machines out', '/shy', '/gone', /1 refused/],
    [1, 'a dead source whose recorded copy is dead too', '/gone', '/archive/lost', /1 dead: /],
    [1, 'a server that is not there any more', '/breaks', '/archive/lost', /1 dead: /],
  ])('ends with %i for %s', async (status, _, path, copy, words) => {
    const told: unknown[] = [];
    vi.spyOn(console, 'log').mockImplementation((text) => void told.push(text));
    const state = join(datasetFolder(), 'links.jsonl');
    const root = folderWith(path, copy);
    const ended = await runDataset(['links', '--root', root, '--state', state, '--pause', '0']);
    vi.restoreAllMocks();
    expect(told.join('\n')).toMatch(words);
    expect(ended).toBe(status);
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
