/** What choosing does with very much at once: time must grow with the text, or a long page would stand still. */
import { describe, expect, it } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';

const linker = createLinker(
  aRelease({
    entities: ['ring', 'ring-of-bells', 'amazon', 'pdpc'].map((id) => anEntity({ id })),
    aliases: [
      anAlias({ text: 'Amazon', entity: 'amazon' }),
      anAlias({
        text: 'Ring',
        entity: 'ring',
        full: false,
        needs: [['entity:amazon', 'cue:doorbell']],
        scope: 'paragraph',
      }),
      anAlias({ text: 'PDPC', entity: 'pdpc', full: false, needs: [['cue:thai']], scope: 'page' }),
      anAlias({ text: 'Ring of Bells', entity: 'ring-of-bells' }),
      anAlias({ text: 'Red Old Bell', entity: 'ring-of-bells' }),
      anAlias({ text: 'ROB', entity: 'ring-of-bells', full: false, needs: [['cue:doorbell']] }),
      anAlias({ text: 'Ring', entity: 'ring-of-bells', full: false, needs: [['first-full-name']] }),
    ],
    cues: [
      { id: 'doorbell', words: { en: ['doorbell'] } },
      { id: 'thai', words: { en: ['PDPC', 'Bangkok'] } },
    ],
  }),
);

/** A number in letters. */
const word = (number: number) =>
  number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');

describe('choosing among a hundred thousand places', () => {
  it.each<[string, string, number]>([
    ['names that stand by themselves', 'Amazon '.repeat(100_000), 100_000],
    ['names that wait for support that never comes', 'Ring '.repeat(100_000), 0],
    ['names supported from one place at the end', `${'Ring. '.repeat(50_000)}\n\nRing the doorbell, Ring`, 2],
    ['readings that overlap and two that cannot both be right', 'Ring of Bells '.repeat(50_000), 50_000],
    [
      'an abbreviation that means something else every time',
      Array.from(
        { length: 20_000 },
        (_, i) => `Ran${word(i)} Onto${word(i)} Bri${word(i)} (ROB) came. `,
      ).join(''),
      0,
    ],
    [
      'an abbreviation that means the same every time',
      'Ran Onto Brim (ROB) came. doorbell ROB. '.repeat(20_000),
      0,
    ],
    ['a name that is a word of its own cue', 'Asked PDPC of it. '.repeat(60_000), 0],
    [
      'the same, and another word of the cue at the end',
      `${'Asked PDPC of it. '.repeat(60_000)} Bangkok`,
      60_000,
    ],
    ['one cue again and again', `${'doorbell '.repeat(100_000)}\n\nRing doorbell`, 1],
  ])('%s', (_, text, expected) => {
    expect(link(linker, text, 'en')).toHaveLength(expected);
  });
});
