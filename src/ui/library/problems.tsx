/** What of a file was not taken, and why. */
import type { ItemProblem } from '../../core/annotation/item-problem.ts';
import type { ImportPreview } from '../../messages/to-library.ts';
import { ITEM_PROBLEM, LIBRARY } from './strings.ts';

export function Problems({ preview }: { preview: Pick<ImportPreview, 'problems' | 'moreProblems'> }) {
  const { problems, moreProblems } = preview;
  if (problems.length === 0) return null;
  return (
    <details class="problems" open={problems.length <= 5}>
      <summary>{LIBRARY.notTaken(problems.length + moreProblems)}</summary>
      <ul>
        {problems.map(({ item, problem }, i) => (
          <li key={`${item} ${i}`}>
            {LIBRARY.problem(item === 0 ? LIBRARY.theFile : LIBRARY.item(item), problemWords(problem))}
          </li>
        ))}
        {moreProblems > 0 && <li>{LIBRARY.moreNot(moreProblems)}</li>}
      </ul>
    </details>
  );
}

function problemWords({ code, about }: ItemProblem): string {
  return about ? LIBRARY.problem(ITEM_PROBLEM[code], about) : ITEM_PROBLEM[code];
}
