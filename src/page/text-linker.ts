/** Linking a page's text: here, in slices, or in the worker. */
import { endingsOf } from '../core/linking/endings.ts';
import { type LinkedMention, type Linker, linkHits } from '../core/linking/link.ts';
import type { RuleBook } from '../core/linking/rules-bytes.ts';
import { type Hits, spot } from '../core/linking/spot.ts';
import type { Calls } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { inSlices, type SliceOptions } from './read/slices.ts';

/** Units searched between two looks at the clock. */
const UNITS_AT_ONCE = 8_000;

export interface LinkOptions {
  /** True once the result is no longer wanted. */
  readonly overtaken: () => boolean;
  readonly slices: SliceOptions;
}

export interface TextLinker {
  /** Mentions of the text in reading order; null when it was overtaken. Rejects when the worker does not answer. */
  link(text: string, language: string | null, options: LinkOptions): Promise<readonly LinkedMention[] | null>;
  /** The name of an entity, also of one that the text does not name; null where that is not known here. */
  nameOf(id: string): string | null;
}

/** Spots on the page's own thread, in slices. */
export function createLocalLinker(linker: Linker): TextLinker {
  return {
    async link(text, language, { overtaken, slices }) {
      const hits: Hits = [];
      const endings = endingsOf(language);
      let from = 0;
      const done = await inSlices(() => {
        const to = endOfWord(text, from + UNITS_AT_ONCE);
        spot(linker.index, text, { endings, from, to }, hits);
        from = to;
        return overtaken() || from >= text.length;
      }, slices);
      return done && !overtaken() ? linkHits(linker, text, hits, language) : null;
    },
    nameOf: (id) => nameIn(linker.rules, id),
  };
}

/** Has the worker do it: its index is too large to be in every page. */
export function createWorkerLinker(worker: Pick<Calls<ToWorker>, 'linkText'>): TextLinker {
  const names = new Map<string, string>();
  return {
    async link(text, language, { overtaken }) {
      const mentions = await worker.linkText({ text, language });
      for (const { entity, name } of mentions) names.set(entity, name);
      return overtaken() ? null : mentions;
    },
    nameOf: (id) => names.get(id) ?? null,
  };
}

/** Looked for from the first on: asked a few times, when a reader wants to know why. */
function nameIn(rules: RuleBook, id: string): string | null {
  for (let number = 0; ; number++) {
    const entity = rules.entity(number);
    if (!entity || entity.id === id) return entity?.name ?? null;
  }
}

/** A part may end only between words: the first newline or space from `at` on. */
function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = /[ \n]/g;
  space.lastIndex = at;
  return space.exec(text)?.index ?? text.length;
}
