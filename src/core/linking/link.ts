/** Linking a text: spot, then choose. The one engine behind the extension, the command line, the benchmark and the tests. */
import type { Release } from '../dataset/release.ts';
import type { Kind } from '../dataset/vocabulary.ts';
import { languageOf } from '../text/language.ts';
import { buildIndex } from './build-index.ts';
import { choose, decide } from './choose.ts';
import { endingsOf } from './endings.ts';
import { compileForms } from './forms.ts';
import type { Hits } from './hits.ts';
import { type FormIndex, openIndex } from './index-bytes.ts';
import type { Objection, Reason, Rejection } from './reasons.ts';
import { compileRules } from './rules.ts';
import { openRules, packRules, type RuleBook } from './rules-bytes.ts';
import { spot } from './spot.ts';

export interface LinkedMention {
  /** UTF-16 units of the text, end not included; a possessive 's stays outside. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entity: string;
  readonly name: string;
  readonly kind: Kind;
  /** 0–1, from the points of the reasons; for ordering, not a probability. */
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** A reading that was turned down. */
export interface RejectedReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entity: string;
  readonly because: Rejection;
  readonly why: readonly (Reason | Objection)[];
}

export interface Linker {
  readonly rules: RuleBook;
  readonly index: FormIndex;
}

/** Everything linking needs, built from a release. */
export function createLinker(release: Release): Linker {
  const rules = compileRules(release);
  return { rules: openRules(packRules(rules)), index: openIndex(buildIndex(compileForms(rules))) };
}

/**
 * Mentions of a text in reading order, none overlapping. `declared` is the language the text says it is in (BCP 47);
 * what its words show counts for more (`languageOf`).
 */
export function link(linker: Linker, text: string, declared: string | null = null): LinkedMention[] {
  const language = languageOf(text, declared);
  return linkHits(linker, text, spot(linker.index, text, { endings: endingsOf(language) }), language);
}

/** The second half of linking, for callers that spot a long text in parts. */
export function linkHits(
  { rules }: Linker,
  text: string,
  hits: Hits,
  language: string | null,
): LinkedMention[] {
  return choose(rules, text, hits, language).flatMap((mention) => {
    const entity = rules.entity(mention.entity);
    if (!entity) return [];
    const { start, end, why, points } = mention;
    return [
      {
        start,
        end,
        text: text.slice(start, end),
        entity: entity.id,
        name: entity.name,
        kind: entity.kind,
        confidence: Math.round((1 - 2 ** -points) * 1000) / 1000,
        why,
      },
    ];
  });
}

/** Readings of a text that were turned down, in reading order: for people who ask why something is not marked. */
export function rejectedReadings(
  { rules, index }: Linker,
  text: string,
  declared: string | null = null,
): RejectedReading[] {
  const language = languageOf(text, declared);
  const hits = spot(index, text, { endings: endingsOf(language) });
  return decide(rules, text, hits, language).rejected.map(({ start, end, entity, because, why }) => ({
    start,
    end,
    text: text.slice(start, end),
    entity: rules.entity(entity)?.id ?? '',
    because,
    why,
  }));
}
