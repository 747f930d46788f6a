/** What of a file was not taken, and why. */
import type { ItemProblem } from '../../core/annotation/item-problem.ts';
import type { ImportPreview, ImportProblem } from '../../messages/to-library.ts';
import { ITEM_PROBLEM, LIBRARY } from './strings.ts';

export function Problems({ preview }: { preview: Pick<ImportPreview, 'problems' | 'moreProblems'> }) {
  const { problems, moreProblems } = preview;
  const [first] = problems;
  if (!first) return null;
  if (problems.length === 1 && first.item === 0)
    return <p class="caution">{LIBRARY.fileNotTaken(problemWords(first.problem))}</p>;
  return (
    <details class="problems" open={problems.length <= 5}>
      <summary>{LIBRARY.notTaken(problems.length + moreProblems)}</summary>
      <ul>
        {problems.map((problem, i) => (
          <li key={`${problem.item} ${i}`}>{whyNot(problem)}</li>
        ))}
        {moreProblems > 0 && <li>{LIBRARY.moreNot(moreProblems)}</li>}
      </ul>
    </details>
  );
}

function whyNot({ item, problem }: ImportProblem): string {
  return LIBRARY.problem(item === 0 ? LIBRARY.theFile : LIBRARY.item(item), problemWords(problem));
}

function problemWords({ code, about }: ItemProblem): string {
  return about ? LIBRARY.problem(ITEM_PROBLEM[code], about) : ITEM_PROBLEM[code];
}
