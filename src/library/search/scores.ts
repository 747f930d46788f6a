/** How well notes answer words that are typed. */
import type { Part } from './parts.ts';
import { countWord, scoreWord } from './segment.ts';
import { similarWords } from './similar.ts';
import type { QueryWord } from './words.ts';

/** The score of every note, by part; null without words: then all notes count alike. */
export function scoresOf(parts: readonly Part[], words: readonly QueryWord[]) {
  if (words.length === 0) return { scores: null, instead: [] };
  const total = new Map<Part, Float32Array>(parts.map((part) => [part, new Float32Array(part.alive.length)]));
  const instead: string[] = [];
  const notes = parts.reduce((sum, part) => sum + part.alive.length, 0);
  words.forEach(({ spellings: asked, isPrefix }, n) => {
    let spellings = asked;
    let count = countIn(parts, spellings, isPrefix);
    if (count === 0) {
      spellings = similarWords(
        parts.map((part) => part.segment),
        asked[0] ?? '',
      );
      instead.push(...spellings);
      count = countIn(parts, spellings, false);
    }
    const rarity = Math.log(2 + notes / (1 + count));
    for (const [part, sum] of total) {
      const own = new Float32Array(sum.length);
      for (const spelling of spellings) scoreWord(part.segment, spelling, isPrefix, rarity, own);
      // All words have to be there.
      for (let at = 0; at < sum.length; at++)
        sum[at] = own[at] === 0 || (n > 0 && sum[at] === 0) ? 0 : (sum[at] as number) + (own[at] as number);
    }
  });
  return { scores: total, instead };
}

function countIn(parts: readonly Part[], spellings: readonly string[], isPrefix: boolean): number {
  return parts.reduce(
    (sum, { segment }) =>
      sum + spellings.reduce((own, spelling) => own + countWord(segment, spelling, isPrefix), 0),
    0,
  );
}
