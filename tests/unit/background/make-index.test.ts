import { describe, expect, it } from 'vitest';
import { makeIndex } from '../../../src/background/make-index.ts';
import { compileForms } from '../../../src/core/linking/forms.ts';
import { buildIndex } from '../../../src/core/linking/index-bytes.ts';
import { compileRules } from '../../../src/core/linking/rules.ts';
import { packRules } from '../../../src/core/linking/rules-bytes.ts';
import { compileDataset } from '../../../src/publish/compile.ts';

describe('an index made a little at a time', () => {
  it('is the same as one made at once', async () => {
    const release = compileDataset('assets/dataset');
    let pauses = 0;
    const made = await makeIndex(release, async () => void pauses++);
    const rules = compileRules(release);
    expect(Buffer.from(made.rules).equals(Buffer.from(packRules(rules)))).toBe(true);
    expect(Buffer.from(made.index).equals(Buffer.from(buildIndex(compileForms(rules))))).toBe(true);
    expect(pauses).toBeGreaterThan(2);
  });
});
