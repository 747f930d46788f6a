/** Coverage: what the dataset once reached it does not lose unnoticed. The floors stand in dataset.yaml. */
import { COVERED, measureCoverage } from '../coverage.ts';
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { atSetting } from './common.ts';

export function coverageFloors(dataset: LoadedDataset): Problem[] {
  // A file that cannot be read is one finding, not also a loss of what it covers.
  if (dataset.unreadable.length > 0) return [];
  const coverage = measureCoverage(dataset);
  return COVERED.flatMap((what) =>
    Object.entries(dataset.settings.floors[what]).flatMap(([key, floor]) => {
      const count = coverage[what].get(key) ?? 0;
      return count >= floor
        ? []
        : [
            atSetting(
              dataset,
              ['floors', what, key],
              'coverage',
              `${what}: ${key} has come down to ${count}, below its floor of ${floor}`,
              'bring back what was lost, or lower the floor and say why in the change',
            ),
          ];
    }),
  );
}
