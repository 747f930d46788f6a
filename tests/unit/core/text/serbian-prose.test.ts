import { describe, expect, it } from 'vitest';
import { toCyrillicProse } from '../../../../src/core/text/serbian-prose.ts';

describe('Serbian prose in Cyrillic', () => {
  it.each([
    ['MUP i Huavej potpisali su sporazum.', 'МУП и Хуавеј потписали су споразум.'],
    ['SHARE Fondacija, eLTE i Wikipedia', 'SHARE Фондација, eLTE и Wikipedia'],
    ['Prikaži još {0}', 'Прикажи још {0}'],
    ['I ovo', 'И ово'],
  ])('%s', (latin, expected) => {
    expect(toCyrillicProse(latin)).toBe(expected);
  });

  it('leaves what it is told to', () => {
    expect(toCyrillicProse('Sidelight ne šalje ništa', new Set(['Sidelight']))).toBe(
      'Sidelight не шаље ништа',
    );
  });
});
