import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../../../src/core/settings/settings-file.ts';

describe('a file of settings', () => {
  test('is read as it was written', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      enabled: false,
      sites: { 'news.example': 'off' },
      suppressed: [{ alias: 'Ring', entity: 'ring', host: 'a.example', on: '2026-11-28' }],
    } as const;
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ settings, dropped: [] });
  });

  test('says what of it cannot be used', () => {
    const text = JSON.stringify({ 'sidelight-settings': 1, openBy: 'telepathy', marked: 'all' });
    const read = readSettingsFile(text);
    expect([read?.settings.openBy, read?.settings.marked]).toEqual(['hover', 'all']);
    expect(read?.dropped).toEqual([expect.stringMatching(/openBy/)]);
  });

  test('of another version is read with a word about it', () => {
    expect(readSettingsFile('{"sidelight-settings":2,"marked":"all"}')).toMatchObject({
      settings: { marked: 'all' },
      dropped: [expect.stringMatching(/another version/)],
    });
  });

  test('that is none of ours is refused, whatever it is', () => {
    expect(['', '{', '[]', 'null', '{"marked":"all"}'].map(readSettingsFile)).toEqual(Array(5).fill(null));
    fc.assert(fc.property(fc.string(), (text) => void readSettingsFile(text)));
  });
});
