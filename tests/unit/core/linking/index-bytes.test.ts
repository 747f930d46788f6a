import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../../src/core/linking/build-index.ts';
import { IndexError } from '../../../../src/core/linking/checked-bytes.ts';
import { openIndex } from '../../../../src/core/linking/index-bytes.ts';

const forms = ['huawei', 'safe city', '华为', 'хуавеј'].map((text, target) => ({ text, target }));

describe('openIndex', () => {
  it('opens what buildIndex made, and building twice gives the same bytes', () => {
    const bytes = buildIndex(forms);
    expect(openIndex(bytes).count).toBe(4);
    expect(new Uint8Array(buildIndex(forms))).toEqual(new Uint8Array(bytes));
  });

  it('refuses an index with any single byte changed', () => {
    const length = buildIndex(forms).byteLength;
    for (let at = 0; at < length; at += 3) {
      const bytes = buildIndex(forms);
      const view = new Uint8Array(bytes);
      view[at] = (view[at] ?? 0) ^ 0x20;
      expect(() => openIndex(bytes)).toThrow(IndexError);
    }
  });

  it('refuses an index with any single bit of its header changed', () => {
    for (const some of [forms, forms.slice(0, 1), []]) {
      for (let bit = 0; bit < 12 * 32; bit++) {
        const bytes = buildIndex(some);
        const header = new Int32Array(bytes, 0, 12);
        header[bit >> 5] = (header[bit >> 5] ?? 0) ^ (1 << (bit & 31));
        expect(() => openIndex(bytes)).toThrow(IndexError);
      }
    }
  });

  it('says what it expected and found when the bytes are cut short or empty', () => {
    const bytes = buildIndex(forms);
    expect(() => openIndex(bytes.slice(0, bytes.byteLength - 4))).toThrow(/length: expected \d+, found \d+/);
    expect(() => openIndex(new ArrayBuffer(0))).toThrow(/expected at least 64 bytes, found 0/);
  });

  it('leaves out what the matcher could never reach, and builds of nothing', () => {
    expect(
      openIndex(
        buildIndex([
          { text: '§ 702', target: 0 },
          { text: '华', target: 1 },
        ]),
      ).count,
    ).toBe(0);
    expect(openIndex(buildIndex([])).count).toBe(0);
  });
});
