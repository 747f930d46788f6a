/**
 * Forms of the rules: every spelling under which a name or cue may stand in a text. They are made when the index is built,
 * so that matching is a plain comparison.
 */
import { fold } from '../text/fold.ts';
import { cutStem, stemBeforeS } from './endings.ts';
import { AS_IT_IS, type Form, MAY_DECLINE, STEM, STEM_BEFORE_S } from './form.ts';
import { contracted } from './proclitics.ts';
import type { AliasRule, CueRule, LinkRules } from './rules.ts';

/** All forms of the rules, without repetitions of the same text for the same target. */
export function compileForms({ aliases, cues }: LinkRules): Form[] {
  return [...aliases.flatMap(formsOfAlias), ...cues.flatMap((cue, i) => formsOfCue(cue, aliases.length + i))];
}

export function formsOfAlias({ text, lang, inflect }: AliasRule, target: number): Form[] {
  const forms: Form[] = [];
  for (const spelling of spellings(text, lang)) addForms(forms, spelling, target, inflect && declines(lang));
  return forms;
}

export function formsOfCue(cue: CueRule, target: number): Form[] {
  const forms: Form[] = [];
  const seen = new Set<string>();
  for (const [lang, words] of Object.entries(cue.words)) {
    for (const text of words.flatMap((word) => spellings(word, lang))) {
      if (seen.has(text)) continue;
      seen.add(text);
      addForms(forms, text, target, declines(lang));
    }
  }
  return forms;
}

function addForms(forms: Form[], text: string, target: number, inflect: boolean): void {
  if (text === '') return;
  const declinable = inflect && /[\p{L}]{4}/u.test(text);
  forms.push({ text, target, declined: declinable ? MAY_DECLINE : AS_IT_IS });
  if (!declinable) return;
  const stems = text.split(' ').map((word) => cutStem(word) ?? word);
  const stem = stems.join(' ');
  if (stem !== text) forms.push({ text: stem, target, declined: STEM });
  const beforeS = stemBeforeS(text);
  if (beforeS !== null) forms.push({ text: beforeS, target, declined: STEM_BEFORE_S });
}

/** Languages whose scripts or grammars put nothing behind a name. */
function declines(lang: string): boolean {
  return !/^(?:zh|ja|ko|ar|fa|he|th|vi)\b/.test(lang);
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

function spellings(text: string, lang: string): string[] {
  const spelled = SPELLED_OUT.reduce(
    (result, [letter, letters]) => result.replace(letter, letters),
    text.normalize('NFC'),
  );
  const folded = fold(text);
  return [...new Set([folded, fold(spelled), ...contracted(folded, lang)])];
}
