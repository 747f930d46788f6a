/** Before a second person signs: what is staged must be what the records in front of them give, to the byte. */
import type { Release } from '../../core/dataset/release.ts';
import { CommandError } from '../problem.ts';
import { packRelease } from './dataset-file.ts';
import { fullTarget } from './make-release.ts';
import type { Workshop } from './workshop.ts';

/**
 * Nothing, when the staged release is the one that `build` gives, or the one that is published already and only signed anew.
 * @throws CommandError when it is another
 */
export function checkStaged(workshop: Workshop, build: () => Release): void {
  const staged = workshop.latest('targets', 'staged');
  if (!staged) return;
  const wanted = fullTarget(staged.signed)?.key;
  const published = workshop.latest('targets');
  if (published && fullTarget(published.signed)?.key === wanted) return;
  const built = packRelease(build()).key;
  if (built !== wanted)
    throw new CommandError(
      `what is staged (${wanted}) is not what these records give (${built}): check out the commit it was made from, or do not sign`,
    );
}
