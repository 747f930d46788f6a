/** Runs in a fresh page, bundled by cold.ts: the first scan that this renderer ever does, with no script compiled yet. */

import { allEndings } from '../../src/core/linking/endings.ts';
import type { Hits } from '../../src/core/linking/hits.ts';
import { openIndex } from '../../src/core/linking/index-bytes.ts';
import { compileAhead } from '../../src/core/linking/matcher-instance.ts';
import { spot } from '../../src/core/linking/spot.ts';
import { fromBase64 } from './base64.ts';

const UNITS_AT_ONCE = 8_000;

declare global {
  interface Window {
    scanCold: (index: string, text: string) => { milliseconds: number; hits: number };
    scanByExpression: (names: readonly string[], text: string) => { milliseconds: number; hits: number };
  }
}

// As the worker does while it waits for its index.
void compileAhead();

window.scanCold = (encoded, text) => {
  const bytes = fromBase64(encoded);
  const start = performance.now();
  const index = openIndex(bytes);
  const endings = allEndings();
  const hits: Hits = [];
  // In parts that end between words, as the page's annotator does it.
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from + UNITS_AT_ONCE);
    const to = space < 0 ? text.length : space;
    spot(index, text, { endings, from, to }, hits);
    from = to;
  }
  return { milliseconds: performance.now() - start, hits: hits.length / 3 };
};

window.scanByExpression = (names, text) => {
  const start = performance.now();
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const hits = [...text.matchAll(new RegExp(`\\b(${escaped.join('|')})\\b`, 'gi'))].length;
  return { milliseconds: performance.now() - start, hits };
};
