import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../../../src/core/linking/choose.ts';
import { createLinker, type Linker } from '../../../../src/core/linking/link.ts';
import { replays } from '../../../../src/core/linking/replay.ts';
import { spot } from '../../../../src/core/linking/spot.ts';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { visibleText } from '../../../../src/publish/visible-text.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

describe('replaying reasons', () => {
  let linker: Linker;
  let text = '';
  beforeAll(async () => {
    linker = createLinker(compileDataset(resolve(ROOT, 'assets/dataset')));
    ({ text } = await visibleText(readFileSync(resolve(ROOT, 'assets/demo/index.html'), 'utf8')));
  });

  it('gives the same decision for every mention of the demo article', () => {
    const mentions = choose(linker.rules, text, spot(linker.index, text), 'en');
    expect(mentions.length).toBeGreaterThan(30);
    for (const mention of mentions)
      expect([mention.why, replays(linker.rules, mention)]).toEqual([mention.why, true]);
  });

  it('does not replay once a reason that was needed is taken away', () => {
    const needy = choose(linker.rules, text, spot(linker.index, text), 'en').filter((mention) =>
      mention.why.some((reason) => reason.type === 'cue' || reason.type === 'full-name'),
    );
    expect(needy.length).toBeGreaterThan(0);
    for (const mention of needy) {
      const why = mention.why.filter((reason) => reason.type === 'alias');
      expect(replays(linker.rules, { ...mention, why })).toBe(false);
    }
  });
});
