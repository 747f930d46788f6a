import { describe, expect, it } from 'vitest';
import { skeleton } from '../../../../src/core/text/skeleton.ts';

describe('skeleton', () => {
  it.each([
    ['Sidelight', 'ЅіԁеӏіɡһТ'],
    ['Sidelight', 'SIDE-LIGHT '],
    ['Sidelight', 'SideIight'],
    ['Sidelight', 'S1de|ight'],
    ['Sidelight', 'Śídèlïght'],
    ['Sidelight', '𝐒𝐢𝐝𝐞𝐥𝐢𝐠𝐡𝐭'],
    ['Sidelight', 'Ｓｉｄｅｌｉｇｈｔ'],
    ['Sidelight', 'Side\u200blight'],
    ['Core', 'Соге'],
    ['Core', 'Cοre'],
    ['Core', 'ᴄᴏʀᴇ'],
    ['Core', 'C0re ✅'],
    ['Corner', 'Comer'],
    ['Newsroom', 'Νewsroom'],
    ['HOT', 'ΗΟΤ'],
    ['CODE', 'ꓚꓳꓓꓰ'],
    ['', ' 📰 —'],
  ])('%j looks like %j', (one, other) => {
    expect(skeleton(other)).toBe(skeleton(one));
  });

  it.each([
    ['Core', 'Care'],
    ['Core', 'Cores'],
    ['Новости', 'Новая'],
    ['核心', '数据'],
  ])('%j does not look like %j', (one, other) => {
    expect(skeleton(other)).not.toBe(skeleton(one));
  });
});
