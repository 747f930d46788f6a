/** A score in words. */
import { belowFloors } from './floors.ts';
import { percent } from './percent.ts';
import type { Finding, GoldScore } from './score.ts';

/** For people: the figures, what is below its floor, and every miss and wrong mark with its context. */
export function describeScore(score: GoldScore): string {
  const { overall, traps } = score;
  const list = (title: string, findings: readonly Finding[]) =>
    findings.length === 0
      ? []
      : ['', title, ...findings.map((f) => `  ${f.item}  ${f.entity}\n    ${f.context}`)];
  return [
    `${score.texts} texts, ${score.words} words: precision ${percent(overall.precision)}, recall ${percent(overall.recall)}, F1 ${percent(overall.f1)}`,
    `traps passed ${traps.passed} of ${traps.total}; ${score.wrongPer10kWords.toFixed(1)} wrong marks per 10,000 words`,
    ...belowFloors(score),
    ...list('missed', score.misses),
    ...list('wrongly marked', score.wrongMarks),
  ].join('\n');
}
