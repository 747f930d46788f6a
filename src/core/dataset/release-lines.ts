/**
 * A release as lines of JSON: a header, then one bundle a line. What maintainers sign and readers download: it can be read,
 * checked and stored in small pieces, where one document of the same content would stop the worker while it is parsed.
 */
import { z } from 'zod';
import { once } from '../once/once.ts';
import { bundlesOf } from './bundle.ts';
import { textProblem, told } from './inert.ts';
import { RELEASE_FORMAT, type Release, releaseForms } from './release.ts';
import { withdrawalSchema } from './withdrawal.ts';

export const headerSchema = once(() =>
  z.object({
    format: z.literal(RELEASE_FORMAT),
    version: z.string().max(40).check(told(textProblem)),
    licence: z.string().max(40).check(told(textProblem)),
    entities: z.number().int().nonnegative(),
    statements: z.number().int().nonnegative(),
    redirects: z.record(z.string(), z.string()),
    withdrawn: z.array(withdrawalSchema()),
    cues: z.array(releaseForms().cue),
  }),
);

export type ReleaseHeader = z.infer<ReturnType<typeof headerSchema>>;

export function headerOf(release: Release): ReleaseHeader {
  return {
    format: release.format,
    version: release.version,
    licence: release.licence,
    entities: release.entities.length,
    statements: release.statements.length,
    redirects: Object.fromEntries(Object.entries(release.redirects).sort(([a], [b]) => (a < b ? -1 : 1))),
    withdrawn: release.withdrawn ?? [],
    cues: release.cues,
  };
}

/** The lines, without line ends. The same release gives the same lines. */
export function releaseLines(release: Release): string[] {
  return [headerOf(release), ...bundlesOf(release)].map((line) => JSON.stringify(line));
}

/** What names a release for certain: its version and the beginning of the SHA-256 of its lines. */
export function releaseKey(version: string, sha256: string): string {
  return `${version}+${sha256.slice(0, 16)}`;
}
