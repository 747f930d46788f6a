import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, siteRule } from '../../../../src/core/settings/settings.ts';

describe('parseSettings', () => {
  test('gives the defaults where nothing is stored', () => {
    expect(parseSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, dropped: [] });
    expect(parseSettings({})).toEqual({ settings: DEFAULT_SETTINGS, dropped: [] });
  });

  test.each<[string, unknown, RegExp]>([
    ['a list', [], /settings: not an object/],
    ['a word for a number', { timing: { show: 'soon' } }, /timing\.show: "soon"/],
    ['a delay past the end', { timing: { show: 2001 } }, /timing\.show: 2001/],
    ['an unknown way', { openBy: 'telepathy' }, /openBy: "telepathy"/],
    ['an unknown site rule', { sites: { 'a.example': 'maybe' } }, /sites: "a\.example": "maybe"/],
    [
      'a suppression without a day',
      { suppressed: [{ alias: 'Ring', entity: 'ring', host: 'a.example' }] },
      /suppressed\[0\]/,
    ],
  ])('keeps the default and names the place for %s', (_, value, message) => {
    const { settings, dropped } = parseSettings(value);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(dropped.join('\n')).toMatch(message);
  });

  test('never throws, and what it gives back it reads again without loss', () => {
    const keys = Object.keys(DEFAULT_SETTINGS);
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...keys), fc.anything())),
        (value) => {
          const { settings } = parseSettings(value);
          expect(parseSettings(settings)).toEqual({ settings, dropped: [] });
        },
      ),
    );
  });

  test('keeps what is right beside what is wrong', () => {
    const suppression = { alias: 'Ring', entity: 'ring', host: 'a.example', on: '2026-11-28' };
    const { settings } = parseSettings({ enabled: false, openBy: 3, suppressed: [suppression, 'x'] });
    expect([settings.enabled, settings.openBy, settings.suppressed]).toEqual([false, 'hover', [suppression]]);
  });
});

test('a site without a rule has none, whatever objects inherit', () => {
  expect(siteRule(DEFAULT_SETTINGS, 'constructor')).toBeNull();
});
