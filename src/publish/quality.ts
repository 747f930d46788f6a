/** The quality of a release: the gold set marked with it and scored. The shape is what `dataset -- quality --json` prints. */
import type { Release } from '../core/dataset/release.ts';
import { createLinker } from '../core/linking/link.ts';
import { belowFloors, FLOORS } from './gold/floors.ts';
import type { GoldItem } from './gold/labels.ts';
import { type GoldScore, markGold, scoreGold } from './gold/score.ts';

export interface QualityReport {
  /** The dataset's version. */
  readonly version: string;
  readonly entities: number;
  readonly aliases: number;
  readonly sentences: number;
  readonly articles: number;
  readonly floors: typeof FLOORS;
  /** Sentences saying what is below its floor. */
  readonly below: readonly string[];
  readonly score: GoldScore;
}

/** Marks and scores `items` with the release. The same release and texts give the same report. */
export function measureQuality(release: Release, items: readonly GoldItem[]): QualityReport {
  const kinds = Object.fromEntries(release.entities.map(({ id, kind }) => [id, kind]));
  const score = scoreGold(markGold(createLinker(release), items), kinds);
  return {
    version: release.version,
    entities: release.entities.length,
    aliases: release.aliases.length,
    sentences: items.filter((item) => item.kind === 'sentence').length,
    articles: items.filter((item) => item.kind === 'article').length,
    floors: FLOORS,
    below: belowFloors(score),
    score,
  };
}
