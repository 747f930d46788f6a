/**
 * The rules of choosing, as the index carries them: what each target of a form is, what it asks for, and which entities
 * the dataset links, as they are compiled; rules-bytes.ts is the form in which they are kept and read. Targets are numbered,
 * so that a form needs four bytes to name one.
 */
import type { LinkEntity } from '../dataset/namespace.ts';
import type { Release, ReleaseAlias, ReleaseCue } from '../dataset/release.ts';
import type { Kind } from '../dataset/vocabulary.ts';
import { toSerbianCyrillic, toSerbianLatin } from '../text/serbian-script.ts';
import { linksInSteps } from './links.ts';
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

/** Words of one cue list. A list with short abbreviations is two rules of one id. */
export interface CueRule {
  readonly id: string;
  /** Words by language, as recorded. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Short abbreviations, which count in capitals alone: “EU” is no French “eu”, “ICE” no “ice”. */
  readonly inCapitals: boolean;
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

/** What the rules are made from. */
export interface LinkSource extends Pick<Release, 'version' | 'aliases' | 'cues'> {
  readonly entities: readonly LinkEntity[];
}

/** Makes rules of names one by one. */
export interface RuleCompiler {
  /** The rules of one name: several when it is written in several scripts. `entityOf`: number of an entity, or -1. */
  rulesOf(alias: ReleaseAlias, entity: number, entityOf: (id: string) => number): AliasRule[];
  /** Cue lists as given, and one for each distinct list of `never:` words that has come. */
  cues(): readonly CueRule[];
}

/** The rules of a release. Words of `never:` become cue lists of their own, one for each distinct list. */
export function compileRules(release: LinkSource): LinkRules {
  const numbers = new Map(release.entities.map(({ id }, i) => [id, i]));
  const compiler = createRuleCompiler(release.cues);
  const aliases = release.aliases.flatMap((alias) => {
    const entity = numbers.get(alias.entity);
    return entity === undefined ? [] : compiler.rulesOf(alias, entity, (id) => numbers.get(id) ?? -1);
  });
  const pairs = release.entities.flatMap(({ relations }, from) =>
    relations.flatMap(({ target }) => {
      const to = numbers.get(target);
      return to === undefined ? [] : [from, to];
    }),
  );
  const { starts, neighbours } = runSteps(linksInSteps(release.entities.length, Int32Array.from(pairs)));
  return {
    version: release.version,
    entities: release.entities.map(({ id, name, kind }) => ({ id, name, kind })),
    aliases,
    cues: compiler.cues(),
    links: release.entities.map((_, i) => Array.from(neighbours.subarray(starts[i], starts[i + 1]))),
  };
}

export function createRuleCompiler(given: readonly ReleaseCue[]): RuleCompiler {
  const cues: CueRule[] = given.flatMap(({ id, words }) =>
    byLetterCase(
      id,
      mapWords(words, (list, lang) => list.flatMap((word) => inBothScripts(word, lang))),
    ),
  );
  const vetoLists = new Map<string, string>();
  const vetoList = (words: readonly string[]): string[] => {
    const named = words.filter((word) => word.startsWith('cue:')).map((word) => word.slice(4));
    const literal = words.filter((word) => !word.startsWith('cue:')).sort();
    if (literal.length === 0) return named;
    const key = literal.join('\n');
    const id = vetoLists.get(key) ?? `never-${vetoLists.size}`;
    if (!vetoLists.has(key)) {
      vetoLists.set(key, id);
      cues.push(...byLetterCase(id, { und: literal }));
    }
    return [...named, id];
  };
  return {
    cues: () => cues,
    rulesOf: (alias, entity, entityOf) =>
      inBothScripts(alias.text, alias.lang).map((text) => ({
        entity,
        text,
        lang: alias.lang,
        case: alias.case,
        inflect: alias.inflect,
        full: alias.full,
        needs: alias.needs.map((group) => group.map((need) => requirement(need, entityOf))),
        never: vetoList(alias.never),
        scope: alias.scope,
      })),
  };
}

type Words = CueRule['words'];

function mapWords(words: Words, change: (list: readonly string[], lang: string) => readonly string[]): Words {
  return Object.fromEntries(Object.entries(words).map(([lang, list]) => [lang, change(list, lang)]));
}

/** Two or three letters, all of them capitals: in small ones they are everyday words of some language. */
const SHORT_ABBREVIATION = /^\p{Lu}{2,3}$/u;

function byLetterCase(id: string, words: Words): CueRule[] {
  const only = (inCapitals: boolean): CueRule => ({
    id,
    words: mapWords(words, (list) => list.filter((word) => SHORT_ABBREVIATION.test(word) === inCapitals)),
    inCapitals,
  });
  const [others, abbreviations] = [only(false), only(true)];
  return Object.values(abbreviations.words).some((list) => list.length > 0)
    ? [others, abbreviations]
    : [others];
}

/** A Serbian name stands in both scripts, whichever it is recorded in. */
function inBothScripts(text: string, lang: string): string[] {
  if (!/^sr\b/.test(lang)) return [text];
  const other = /\p{Script=Cyrillic}/u.test(text) ? toSerbianLatin(text) : toSerbianCyrillic(text);
  return other === null ? [text] : [text, other];
}

function requirement(text: string, entityOf: (id: string) => number): Requirement {
  if (text === 'first-full-name') return { type: 'first-full-name' };
  const [type, id = ''] = text.split(':');
  return type === 'cue' ? { type, id } : { type: 'entity', id, entity: entityOf(id) };
}
