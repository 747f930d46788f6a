import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/updates/sha256.ts';

describe('SHA-256 in pieces', () => {
  it('is that of the whole, whatever the length', async () => {
    const length = fc.oneof(fc.nat(300), fc.integer({ min: 128 * 1024 - 65, max: 128 * 1024 * 3 + 65 }));
    await fc.assert(
      fc.asyncProperty(length, fc.nat(255), async (size, first) => {
        const bytes = Uint8Array.from({ length: size }, (_, i) => first + i * 31);
        expect(await sha256Of(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 40 },
    );
  });

  it('lets others have their turn between two pieces', async () => {
    let pauses = 0;
    await sha256Of(new Uint8Array(128 * 1024 * 5), async () => void pauses++);
    expect(pauses).toBe(5);
  });
});
