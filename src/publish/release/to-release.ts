/** A packed release as the model that comparing and exporting know. */
import type { Release } from '../../core/dataset/release.ts';
import type { PackedRelease } from './dataset-file.ts';

export function toRelease({ header, bundles }: PackedRelease): Release {
  const { entities: _, statements: __, ...rest } = header;
  return {
    ...rest,
    entities: bundles.map((bundle) => bundle.entity),
    statements: bundles.flatMap((bundle) => bundle.statements),
    sources: bundles.flatMap((bundle) => bundle.sources),
    aliases: bundles.flatMap((bundle) => bundle.aliases),
  };
}
