import { describe, expect, it } from 'vitest';
import { toSerbianCyrillic, toSerbianLatin } from '../../../../src/core/text/serbian-script.ts';

describe('Serbian scripts', () => {
  it.each([
    ['Hiljade kamera', 'Хиљаде камера'],
    ['Ministarstvo unutrašnjih poslova', 'Министарство унутрашњих послова'],
    ['Njegoš Džaja i LJUBAV', 'Његош Џаја и ЉУБАВ'],
    ['Đorđe, čaj 2019', 'Ђорђе, чај 2019'],
  ])('%s ⇄ %s', (latin, cyrillic) => {
    expect(toSerbianCyrillic(latin)).toBe(cyrillic);
    expect(toSerbianLatin(cyrillic)).toBe(latin);
  });

  it('leaves names with foreign letters alone', () => {
    expect(toSerbianCyrillic('Huawei')).toBeNull();
    expect(toSerbianLatin('Министерство связи ы')).toBeNull();
  });
});
