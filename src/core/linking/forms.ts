/**
 * Forms: every spelling under which a name or cue may stand in a text, folded. They are made when the index is built,
 * so that matching is a plain comparison.
 */
import { fold } from '../text/fold.ts';
import type { AliasRule, LinkRules } from './rules.ts';

export interface Form {
  /** Folded text; a space stands for any run of spaces and dashes. */
  readonly text: string;
  /** Index into the rules' aliases, or, from their number on, into its cues. */
  readonly target: number;
}

/** All forms of the rules, without repetitions of the same text for the same target. */
export function compileForms(rules: LinkRules): Form[] {
  const forms: Form[] = [];
  const add = (texts: Iterable<string>, target: number) => {
    for (const text of new Set(texts)) if (text !== '') forms.push({ text, target });
  };
  rules.aliases.forEach((alias, target) => {
    add(aliasForms(alias), target);
  });
  rules.cues.forEach((cue, i) => {
    add(Object.values(cue.words).flat().flatMap(spellings), rules.aliases.length + i);
  });
  return forms;
}

function aliasForms(alias: AliasRule): string[] {
  return spellings(alias.text);
}

/** Letters that are written as two where the one is not at hand, spelled out beside the folded form. */
const SPELLED_OUT: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/æ/gi, 'ae'],
  [/œ/gi, 'oe'],
  [/ä/gi, 'ae'],
  [/ö/gi, 'oe'],
  [/ü/gi, 'ue'],
  [/đ/gi, 'dj'],
];

function spellings(text: string): string[] {
  const spelled = SPELLED_OUT.reduce(
    (result, [letter, letters]) => result.replace(letter, letters),
    text.normalize('NFC'),
  );
  return [fold(text), fold(spelled)];
}
