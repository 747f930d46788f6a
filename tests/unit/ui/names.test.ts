import { describe, expect, it } from 'vitest';
import { languageName, placeName } from '../../../src/ui/names.ts';

describe('names', () => {
  it.each([
    ['RS', 'Serbia'],
    ['EU', 'European Union'],
    ['INT', 'International'],
    ['not a code', 'not a code'],
  ])('the place %s is %s', (code, name) => {
    expect(placeName(code)).toBe(name);
  });

  it.each([
    ['sr-Latn', 'Serbian'],
    ['de', 'German'],
    ['???', '???'],
  ])('the language %s is %s', (tag, name) => {
    expect(languageName(tag)).toBe(name);
  });
});
