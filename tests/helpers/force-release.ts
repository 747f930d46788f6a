/** Ships a release although its version is below the last one's, as maintainers must after a thief has claimed the highest. */
import type { Release } from '../../src/core/dataset/release.ts';
import { freshen } from '../../src/publish/release/freshen.ts';
import { makeRelease } from '../../src/publish/release/make-release.ts';
import { signTargets } from '../../src/publish/release/sign.ts';
import type { Desk } from './desk.ts';

export async function forceRelease(desk: Desk, release: Release): Promise<void> {
  makeRelease(desk.workshop, release, { now: new Date(), window: 10, lower: true });
  await signTargets(desk.workshop, desk.signer);
  await freshen(desk.workshop, desk.signer, new Date());
  desk.publish();
}
