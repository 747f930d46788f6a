/** Withdrawals: what is removed must not be in the records any more, and what is superseded must still be there, marked so. */
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { atSetting, type Index } from './common.ts';

export function withdrawals(dataset: LoadedDataset, index: Index): Problem[] {
  const seen = new Set<string>();
  return dataset.settings.withdrawn.flatMap(({ id, as }, i) => {
    const statement = index.statements.get(id);
    const isThere = statement !== undefined || index.entities.has(id);
    const wrong = seen.has(id)
      ? 'is listed twice'
      : as === 'removed'
        ? isThere
          ? 'is removed, and still in the records'
          : null
        : !isThere && dataset.settings.redirects[id] === undefined
          ? 'is superseded, so its old text must stay readable, but it is not in the records'
          : statement && statement.standing !== 'superseded'
            ? 'is superseded, but its standing says otherwise'
            : null;
    seen.add(id);
    if (wrong === null) return [];
    const mend =
      as === 'removed' ? 'delete it from entities/ and drafts/' : 'keep it with standing: superseded';
    return [atSetting(dataset, ['withdrawn', i], 'withdrawn', `${id} ${wrong}`, mend)];
  });
}
