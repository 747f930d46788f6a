/** What signing commands have in common: telling what became of it, and going on to snapshot and timestamp. */
import { type Freshened, freshen, KeyElsewhere } from './freshen.ts';
import { fingerprintOf } from './publish-folder.ts';
import { needsNewSignatures, restageTargets } from './restage.ts';
import { type Signer, type SigningReport, signTargets } from './sign.ts';
import type { Workshop } from './workshop.ts';

/** After signatures were added: tells what they did, and makes snapshot and timestamp if everything is in place. */
export async function finish(
  workshop: Workshop,
  signer: Signer,
  reports: readonly (SigningReport | null)[],
): Promise<number> {
  const code = told(reports);
  if (
    reports.some((report) => report?.role === 'root' && report.version === 1 && report.missing.length === 0)
  )
    console.log(`fingerprint ${fingerprintOf(workshop)}`);
  if (code !== 0 || !workshop.latest('targets')) return code;
  if (needsNewSignatures(workshop)) {
    // A release that waits for its signatures is not thrown away, nor signed by who has not compared it.
    if (workshop.latest('targets', 'staged')) {
      console.log('the staged release needs the signatures of the new keys: dataset -- sign');
      return 1;
    }
    restageTargets(workshop, new Date());
    const again = told([await signTargets(workshop, signer)]);
    if (again !== 0) return again;
  }
  try {
    toldFresh(await freshen(workshop, signer, new Date()));
  } catch (error) {
    if (!(error instanceof KeyElsewhere)) throw error;
    console.log('now, where the snapshot and timestamp keys are: dataset -- timestamp');
  }
  return 0;
}

/** Prints the reports. The exit code: 1 while signatures are missing. */
export function told(reports: readonly (SigningReport | null)[]): number {
  let code = 0;
  for (const report of reports) {
    if (!report) continue;
    const { role, version, signed, missing } = report;
    console.log(`${role} ${version}: signed with ${signed.join(', ') || 'no key at hand'}`);
    if (missing.length === 0) continue;
    code = 1;
    for (const line of missing) console.log(`  ${line}`);
    console.log('  give the repository folder to the next holder: dataset -- sign');
  }
  return code;
}

export function toldFresh({ snapshot, timestamp: version, soon }: Freshened): void {
  console.log(`timestamp ${version}${snapshot === null ? '' : `, snapshot ${snapshot}`}`);
  for (const line of soon) console.log(`soon: ${line}`);
}
