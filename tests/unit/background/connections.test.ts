import { describe, expect, it } from 'vitest';
import { createConnections } from '../../../src/background/connections.ts';
import type { ReleaseEntity } from '../../../src/core/dataset/release.ts';
import { headerOf } from '../../../src/core/dataset/release-lines.ts';
import type { ReleaseRow } from '../../../src/storage/dataset-database.ts';
import { anEntity, aRelease } from '../../helpers/builders.ts';

const related = (id: string, target: string): ReleaseEntity =>
  anEntity({ id, relations: [{ type: 'uses', target, sources: [{ source: 's', passage: 'p' }] }] });

function row(key: string): ReleaseRow {
  return {
    repository: 'core',
    generation: 1,
    key,
    header: headerOf(aRelease({ redirects: { old: 'a' } })),
    origin: 'bundled',
    filtered: false,
    generations: new Uint32Array(1),
  };
}

describe('connections', () => {
  it('follow redirects, and the next release when it becomes current', async () => {
    let release = 'one';
    const entities: Record<string, ReleaseEntity[]> = {
      one: [related('a', 'b'), anEntity({ id: 'b' }), anEntity({ id: 'c' })],
      two: [related('a', 'c'), anEntity({ id: 'b' }), anEntity({ id: 'c' })],
    };
    const connections = createConnections({
      current: async () => row(release),
      entities: async () => entities[release] ?? [],
    });
    expect(await connections.path('old', 'b', [])).toEqual(['a', 'b']);
    expect(await connections.path('a', 'c', [])).toBeNull();
    release = 'two';
    expect(await connections.path('a', 'c', [])).toEqual(['a', 'c']);
  });

  it('asks again after a failure', async () => {
    let calls = 0;
    const connections = createConnections({
      current: async () => row('one'),
      entities: async () => {
        if (calls++ === 0) throw new Error('the database is busy');
        return [related('a', 'b'), anEntity({ id: 'b' })];
      },
    });
    await expect(connections.path('a', 'b', [])).rejects.toThrow('busy');
    expect(await connections.path('a', 'b', [])).toEqual(['a', 'b']);
  });
});
