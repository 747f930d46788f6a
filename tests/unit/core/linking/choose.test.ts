/** What choosing does with very much at once: time must grow with the text, or a long page would stand still. */
import { describe, expect, it } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';

const linker = createLinker(
  aRelease({
    entities: ['ring', 'ring-of-bells', 'amazon'].map((id) => anEntity({ id })),
    aliases: [
      anAlias({ text: 'Amazon', entity: 'amazon' }),
      anAlias({
        text: 'Ring',
        entity: 'ring',
        full: false,
        needs: [['entity:amazon', 'cue:doorbell']],
        scope: 'paragraph',
      }),
      anAlias({ text: 'Ring of Bells', entity: 'ring-of-bells' }),
      anAlias({ text: 'Ring', entity: 'ring-of-bells', full: false, needs: [['first-full-name']] }),
    ],
    cues: [{ id: 'doorbell', words: { en: ['doorbell'] } }],
  }),
);

describe('choosing among a hundred thousand places', () => {
  it.each<[string, string, number]>([
    ['names that stand by themselves', 'Amazon '.repeat(100_000), 100_000],
    ['names that wait for support that never comes', 'Ring '.repeat(100_000), 0],
    ['names supported from one place at the end', `${'Ring. '.repeat(50_000)}\n\nRing the doorbell, Ring`, 2],
    ['readings that overlap and two that cannot both be right', 'Ring of Bells '.repeat(50_000), 50_000],
    ['one cue again and again', `${'doorbell '.repeat(100_000)}\n\nRing doorbell`, 1],
  ])('%s', (_, text, expected) => {
    expect(link(linker, text, 'en')).toHaveLength(expected);
  });
});
