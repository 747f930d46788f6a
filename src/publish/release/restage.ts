/** The same release, to be signed again: because its signatures grow old, or because other keys speak for it now. */
import { Metadata, Targets } from '@tufjs/models';
import { expiryOf } from './roles.ts';
import { lacking } from './sign.ts';
import type { Workshop } from './workshop.ts';

/** Stages the newest targets metadata anew, under the next version and without signatures. */
export function restageTargets(workshop: Workshop, now: Date): void {
  const { signed } = workshop.need('targets');
  const next = Targets.fromJSON({
    ...signed.toJSON(),
    version: signed.version + 1,
    expires: expiryOf('targets', now),
  });
  workshop.write('staged', new Metadata(next));
}

/** True when the newest targets metadata does not have the signatures that the newest root asks for. */
export function needsNewSignatures(workshop: Workshop): boolean {
  const targets = workshop.latest('targets');
  return targets !== null && lacking(workshop.need('root'), 'targets', targets, '').length > 0;
}
