import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Decisions, decide } from '../../../../src/core/linking/choose.ts';
import { endingsOf } from '../../../../src/core/linking/endings.ts';
import { createLinker, type Linker } from '../../../../src/core/linking/link.ts';
import { replay } from '../../../../src/core/linking/replay.ts';
import { spot } from '../../../../src/core/linking/spot.ts';
import { compileDataset } from '../../../../src/publish/compile.ts';
import { loadGold } from '../../../../src/publish/load-gold.ts';
import { visibleText } from '../../../../src/publish/visible-text.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

describe('replaying reasons', () => {
  let linker: Linker;
  let decided: Decisions[] = [];
  beforeAll(async () => {
    linker = createLinker(compileDataset(resolve(ROOT, 'assets/dataset')));
    const demo = await visibleText(readFileSync(resolve(ROOT, 'assets/demo/index.html'), 'utf8'));
    const texts = [{ text: demo.text, lang: 'en' }, ...loadGold(resolve(ROOT, 'tests/gold'))];
    decided = texts.map(({ text, lang }) =>
      decide(linker.rules, text, spot(linker.index, text, { endings: endingsOf(lang) }), lang),
    );
  }, 120_000);

  it('chooses again every mention of the demo article and of the gold set', () => {
    const chosen = decided.flatMap((decisions) => decisions.chosen);
    expect(chosen.length).toBeGreaterThan(700);
    for (const mention of chosen)
      expect([mention.why, replay(linker.rules, mention)]).toEqual([mention.why, 'chosen']);
  });

  it('turns down again, for the same reason, every reading that was turned down', () => {
    const rejected = decided.flatMap((decisions) => decisions.rejected);
    const kinds = new Set(rejected.map((reading) => reading.because));
    for (const because of ['vetoed', 'needs-not-met', 'inside-longer-name'] as const)
      expect(kinds).toContain(because);
    for (const reading of rejected)
      if (reading.because !== 'case')
        expect([reading.why, replay(linker.rules, reading)]).toEqual([reading.why, reading.because]);
  });

  it('does not choose once a reason that was needed is taken away', () => {
    const needy = decided
      .flatMap((decisions) => decisions.chosen)
      .filter((mention) =>
        mention.why.some((reason) => reason.type === 'cue' || reason.type === 'full-name'),
      );
    expect(needy.length).toBeGreaterThan(0);
    for (const mention of needy) {
      const why = mention.why.filter((reason) => reason.type === 'alias');
      expect(replay(linker.rules, { ...mention, why })).toBe('needs-not-met');
    }
  });
});
