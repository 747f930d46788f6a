/** Which of the known words somebody meant. */

/** The known word that differs in the fewest letters; null when none is near: a third of the letters may differ. */
export function closestWord(typed: string, known: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  const [nearest] = known
    .map((other) => ({ other, different: differingLetters(word, other.toLowerCase()) }))
    .sort((a, b) => a.different - b.different);
  return nearest !== undefined && nearest.different <= most ? nearest.other : null;
}

/** Letters to add, drop or change (Levenshtein), row by row: `row[j]` is that of what has been read of `a` and j letters of `b`. */
function differingLetters(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
