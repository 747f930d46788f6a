/**
 * The rules of choosing, as the index carries them: what each target of a form is, what it asks for, and which entities
 * the dataset links, as they are compiled; rules-bytes.ts is the form in which they are kept and read. Targets are numbered,
 * so that a form needs four bytes to name one.
 */
import type { LinkEntity } from '../dataset/namespace.ts';
import type { Release } from '../dataset/release.ts';
import type { Kind } from '../dataset/vocabulary.ts';
import { toSerbianCyrillic, toSerbianLatin } from '../text/serbian-script.ts';
import type { Scope } from './reasons.ts';
import { runSteps } from './steps.ts';

export type LetterCase = 'any' | 'initial' | 'exact';

/** One thing a need can be: a cue list near by, an entity chosen near by, or the full name earlier on. */
export type Requirement =
  | { readonly type: 'cue'; readonly id: string }
  /** `entity` is its number; -1 for one that the release does not have. */
  | { readonly type: 'entity'; readonly id: string; readonly entity: number }
  | { readonly type: 'first-full-name' };

export interface AliasRule {
  /** Index into `entities`. */
  readonly entity: number;
  readonly text: string;
  readonly lang: string;
  readonly case: LetterCase;
  readonly inflect: boolean;
  /** A full name: what `first-full-name` of the same entity looks for. */
  readonly full: boolean;
  /** All of the groups, any inside a group. Empty: the name speaks for itself. */
  readonly needs: readonly (readonly Requirement[])[];
  /** Cue lists that rule the reading out when one of their words stands in the same sentence. */
  readonly never: readonly string[];
  readonly scope: Scope;
}

export interface CueRule {
  readonly id: string;
  /** Words by language, as recorded. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export interface LinkRules {
  readonly version: string;
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: Kind }[];
  readonly aliases: readonly AliasRule[];
  /** Targets from `aliases.length` on are cues. */
  readonly cues: readonly CueRule[];
  /** Per entity the entities it has a relation with, in either direction. */
  readonly links: readonly (readonly number[])[];
}

/** What the rules are made from: a release, or several of them joined (merge.ts). */
export interface LinkSource extends Pick<Release, 'version' | 'aliases' | 'cues'> {
  readonly entities: readonly LinkEntity[];
}

/** Aliases, or entities, between two steps. */
const STEP = 500;

/** The rules of a release. Words of `never:` become cue lists of their own, one for each distinct list. */
export function compileRules(release: LinkSource): LinkRules {
  return runSteps(rulesInSteps(release));
}

/** The same, for callers that have other things to do in between. */
export function* rulesInSteps(release: LinkSource): Generator<undefined, LinkRules> {
  const numbers = new Map<string, number>();
  for (const [i, { id }] of release.entities.entries()) {
    if (i % STEP === STEP - 1) yield;
    numbers.set(id, i);
  }
  const cues: CueRule[] = release.cues.map(({ id, words }) => ({
    id,
    words: Object.fromEntries(
      Object.entries(words).map(([lang, list]) => [lang, list.flatMap((word) => inBothScripts(word, lang))]),
    ),
  }));
  const vetoLists = new Map<string, string>();
  const vetoList = (words: readonly string[]): string[] => {
    const named = words.filter((word) => word.startsWith('cue:')).map((word) => word.slice(4));
    const literal = words.filter((word) => !word.startsWith('cue:')).sort();
    if (literal.length === 0) return named;
    const key = literal.join('\n');
    const id = vetoLists.get(key) ?? `never-${vetoLists.size}`;
    if (!vetoLists.has(key)) {
      vetoLists.set(key, id);
      cues.push({ id, words: { und: literal } });
    }
    return [...named, id];
  };
  yield;
  const aliases: AliasRule[] = [];
  for (const [i, alias] of release.aliases.entries()) {
    if (i % STEP === STEP - 1) yield;
    const entity = numbers.get(alias.entity);
    if (entity === undefined) continue;
    for (const text of inBothScripts(alias.text, alias.lang)) {
      aliases.push({
        entity,
        text,
        lang: alias.lang,
        case: alias.case,
        inflect: alias.inflect,
        full: alias.full,
        needs: alias.needs.map((group) => group.map((need) => requirement(need, numbers))),
        never: vetoList(alias.never),
        scope: alias.scope,
      });
    }
  }
  const links = release.entities.map(() => new Set<number>());
  for (const [from, entity] of release.entities.entries()) {
    if (from % STEP === STEP - 1) yield;
    for (const relation of entity.relations) {
      const to = numbers.get(relation.target);
      if (to === undefined) continue;
      links[from]?.add(to);
      links[to]?.add(from);
    }
  }
  const sorted: number[][] = [];
  for (const [i, set] of links.entries()) {
    if (i % STEP === STEP - 1) yield;
    sorted.push([...set].sort((a, b) => a - b));
  }
  yield;
  return {
    version: release.version,
    entities: release.entities.map(({ id, name, kind }) => ({ id, name, kind })),
    aliases,
    cues,
    links: sorted,
  };
}

/** A Serbian name stands in both scripts, whichever it is recorded in. */
function inBothScripts(text: string, lang: string): string[] {
  if (!/^sr\b/.test(lang)) return [text];
  const other = /\p{Script=Cyrillic}/u.test(text) ? toSerbianLatin(text) : toSerbianCyrillic(text);
  return other === null ? [text] : [text, other];
}

function requirement(text: string, numbers: ReadonlyMap<string, number>): Requirement {
  if (text === 'first-full-name') return { type: 'first-full-name' };
  const [type, id = ''] = text.split(':');
  return type === 'cue' ? { type, id } : { type: 'entity', id, entity: numbers.get(id) ?? -1 };
}
