/**
 * Where the floor under "edited" comes from: how alike a passage is to the most similar place of a page that does not hold it.
 * Run it by hand: npx node scripts/bench/library/floor.ts
 */
import search from 'approx-string-match';
import { createRandom } from '../random.ts';
import { loadSentences, makeArticle, render } from './tokens.ts';

const random = createRandom(11);
for (const [lang, list] of loadSentences()) {
  const half = list.length >> 1;
  for (const length of [16, 32, 64, 128, 256]) {
    const found: number[] = [];
    for (let i = 0; i < 60; i++) {
      const page = render(makeArticle(list.slice(0, half), lang, 900, random)).text;
      const other = render(makeArticle(list.slice(half), lang, 400, random)).text.replaceAll('\n\n', ' ');
      const at = random.below(Math.max(1, other.length - length));
      const words = other.slice(at, at + length);
      const [match] = search(page, words, words.length);
      found.push(match ? 1 - match.errors / words.length : 0);
    }
    found.sort((a, b) => a - b);
    const at = (share: number) => (found[Math.floor(share * (found.length - 1))] ?? 0).toFixed(2);
    console.log(`${lang} ${length} letters: median ${at(0.5)}, 95th ${at(0.95)}, highest ${at(1)}`);
  }
}
