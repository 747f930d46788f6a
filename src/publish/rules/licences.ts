/** The licence ledger: nothing is in the dataset without a ground, and no licence that CC BY 4.0 cannot carry. */
import { FITTING_LICENCES, LEDGER_PARTS, type LedgerEntry } from '../ledger.ts';
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { at, warn } from './common.ts';

export function licences(dataset: LoadedDataset): Problem[] {
  const { ledger } = dataset;
  // Without a ledger there is one finding already: the missing file, or what is wrong in it.
  if (ledger === null) return [];
  const { parts, lists } = ledger.record;
  const missing = LEDGER_PARTS.filter((part) => parts[part] === undefined).map((part) =>
    at(ledger, ['parts'], 'licence', `says nothing of ${part}`, 'add the part with its ground'),
  );
  const entries: [string[], LedgerEntry][] = [
    ...LEDGER_PARTS.flatMap((part): [string[], LedgerEntry][] =>
      parts[part] ? [[['parts', part], parts[part]]] : [],
    ),
    ...Object.entries(lists).map(([name, list]): [string[], LedgerEntry] => [['lists', name], list]),
  ];
  const unfit = entries.flatMap(([path, found]) => {
    const wrong = whatIsWrong(found);
    return wrong === null ? [] : [at(ledger, path, 'licence', `${path[1]} ${wrong[0]}`, wrong[1])];
  });
  const unlisted = dataset.candidates
    .filter(({ record }) => lists[record.origin] === undefined)
    .map((file) =>
      warn(
        file,
        ['origin'],
        'licence',
        `nobody has looked at the licence of ${file.record.origin}`,
        'add the list under lists: of licences.yaml before any of it becomes a record',
      ),
    );
  return [...missing, ...unfit, ...unlisted];
}

function whatIsWrong({ ground, licence, holder, url }: LedgerEntry): [string, string] | null {
  if (ground !== 'licence') return null;
  if (licence === undefined || holder === undefined || url === undefined)
    return ['is there under a licence that is not named', 'say licence:, holder: and url:'];
  if (!FITTING_LICENCES.includes(licence))
    return [
      `is under ${licence}, which does not fit into CC BY 4.0`,
      `leave it out, or get a licence of ${FITTING_LICENCES.join(', ')}`,
    ];
  return null;
}
