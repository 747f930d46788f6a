import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../../src/core/settings/settings.ts';
import { isSuppressed, suppressOn } from '../../../src/page/suppression.ts';

const mention = {
  entity: 'safe-city-belgrade',
  why: [{ type: 'alias', alias: 'Safe City', points: 2 }],
} as const;

describe('“not this one here”', () => {
  it.each([
    ['the same words, entity and site', {}, true],
    ['another site', { host: 'other.example' }, false],
    ['another name of the entity', { alias: 'Bezbedan grad' }, false],
    ['another entity of that name', { entity: 'nairobi-safe-city' }, false],
  ])('%s', (_, over, expected) => {
    const said = {
      alias: 'Safe City',
      entity: 'safe-city-belgrade',
      host: 'paper.example',
      on: '2026-11-24',
      ...over,
    };
    expect(isSuppressed(mention, [said], 'paper.example')).toBe(expected);
  });

  it('is stored once, in a form that settings can be read back from, and taken back without a trace', async () => {
    let stored: Settings = {
      ...DEFAULT_SETTINGS,
      suppressed: [{ alias: 'Flock', entity: 'flock-safety', host: 'birds.example', on: '2026-01-01' }],
    };
    const before = stored;
    const change = async (by: (settings: Settings) => Settings) => {
      stored = by(stored);
    };
    const suppress = suppressOn('paper.example', change);
    await suppress('Safe City', 'safe-city-belgrade');
    const undo = await suppress('Safe City', 'safe-city-belgrade');
    expect(stored.suppressed).toHaveLength(2);
    expect(parseSettings(JSON.parse(JSON.stringify(stored)))).toEqual({ settings: stored, dropped: [] });
    expect(isSuppressed(mention, stored.suppressed, 'paper.example')).toBe(true);
    await undo();
    expect(stored).toEqual(before);
  });
});
