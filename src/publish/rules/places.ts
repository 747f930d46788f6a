/** Places: codes that stand for one. */
import type { LoadedDataset } from '../load.ts';
import { PLACES } from '../places.ts';
import type { Problem } from '../problem.ts';
import { at } from './common.ts';

/** Of records and of candidates, which become records. */
export function places({ entities, candidates }: LoadedDataset): Problem[] {
  return [...entities, ...candidates].flatMap((file) =>
    file.record.places.flatMap((code, i) =>
      PLACES.has(code)
        ? []
        : [
            at(
              file,
              ['places', i],
              'place',
              `${code} is the code of no place`,
              code === 'UK' ? 'write GB' : 'look it up in ISO 3166-1 (EU, XK and INT are known besides)',
            ),
          ],
    ),
  );
}
