import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundlesOf, type EntityBundle } from '../../../src/core/dataset/bundle.ts';
import { applyPatch, type BundlePatch, deltaLines } from '../../../src/core/dataset/delta.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import { headerOf, releaseLines } from '../../../src/core/dataset/release-lines.ts';
import type { Download } from '../../../src/updates/find-release.ts';
import { readRelease } from '../../../src/updates/read-release.ts';
import { anEntity, aRelease, aStatement } from '../../helpers/builders.ts';

const good = aRelease({
  entities: [anEntity({ id: 'a' }), anEntity({ id: 'b' })],
  statements: [aStatement({ id: 'a/s' }), aStatement({ id: 'b/s' })],
});
const bare: Release = { ...good, sources: good.sources.filter(({ id }) => id !== 'b/story') };
const turned: Release = {
  ...good,
  sources: good.sources.map((source) => ({ ...source, url: 'https://news.example/\u202elmth.live' })),
};

/** What a reader would keep, row by row. */
async function read(lines: readonly (string | Buffer)[], from?: string): Promise<EntityBundle[]> {
  const text = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  const packed = new Uint8Array(gzipSync(text));
  const file = {
    name: 'f',
    version: good.version,
    size: text.length,
    from,
  } as unknown as Download;
  const kept = new Map(from === undefined ? [] : bundlesOf(good).map((b) => [b.entity.id, b] as const));
  return readRelease({
    packed,
    file,
    before: headerOf(good),
    receive: async () => ({
      async put(bundle) {
        kept.set(bundle.entity.id, bundle);
      },
      async patch(patches: readonly BundlePatch[]) {
        for (const patch of patches) {
          const bundle = applyPatch(kept.get(patch.id) ?? null, patch);
          if (bundle) kept.set(patch.id, bundle);
        }
      },
      finish: async () => [...kept.values()],
    }),
  });
}

const side = (release: Release) => ({ header: headerOf(release), bundles: bundlesOf(release) });

describe('reading a release', () => {
  it('takes one in which every line has its source', async () => {
    expect(await read(releaseLines(good))).toHaveLength(2);
  });

  const [header = '', first = '', second = ''] = releaseLines(good);
  const noJson: [what: string, line: string | Buffer][] = [
    ['half a line', first.slice(0, first.length >> 1)],
    ['no line', ''],
    ['no UTF-8', Buffer.from(first.replace('"en"', '"é"'), 'latin1')],
    ['a byte order mark', `\ufeff${first}`],
  ];
  it.each(noJson)('refuses %s', async (_, line) => {
    const told = { code: 'unreadable', message: 'a line is no JSON' };
    await expect(read([header, line, second])).rejects.toMatchObject(told);
    await expect(read([line])).rejects.toMatchObject(told);
    await expect(read([line], 'key')).rejects.toMatchObject(told);
  });

  const refused: [what: string, release: Release, told: RegExp][] = [
    ['a statement whose source is not there, by its id', bare, /the statement b\/s has no source/],
    ['an address that turns its letters around', turned, /an address .* characters that cannot be seen/],
  ];
  it.each(refused)('refuses %s', async (_, release, told) => {
    await expect(read(releaseLines(release))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(told),
    });
    await expect(read(deltaLines('key', side(good), side(release)), 'key')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(told),
    });
  });
});
