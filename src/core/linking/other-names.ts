/**
 * Other names that a name is part of: “Pegasus Theatre”, “Liberty University”, “Bill Axon”. A capitalised word right beside
 * a name, of which nothing is known, says that both together may name something else.
 *
 * Asked only about names that need support. What it cannot tell, it does not: acronyms (titles stand beside them: “FTC
 * Chair”), sentences written in title case, languages that write all nouns with a capital, scripts without capitals.
 */
import { type Span, sentenceAround } from '../text/spans.ts';
import type { Hits } from './hits.ts';

/** Words that go on a name of ours: forms and parts of companies, and what stories about them are called. */
const GOES_ON = new Set(
  (
    'inc ltd llc llp plc corp corporation company co group holdings holding international technologies technology tech ' +
    'solutions systems labs software spyware security enterprise enterprises services projekt project papers files ' +
    'gmbh ag ab oy bv sa srl spa doo ooo'
  ).split(' '),
);
/** Languages in which a capital says nothing. */
const CAPITALISED_NOUNS = new Set(['de', 'lb']);
/** Capitalised words among the longer ones of a sentence from which on it is written in title case. */
const TITLE_CASE = 0.5;
/** Letters of a longer word, and how many such words a sentence must have besides to tell how it is written. */
const LONGER = 4;
const ENOUGH = 3;

export interface OtherNames {
  /** The words of what may be another name, or null. */
  around(name: Span): string | null;
}

/** `hits`: all places of names and cues; a word that is one is known. */
export function createOtherNames(text: string, hits: Hits, language: string | null): OtherNames {
  const code = language?.split('-')[0]?.toLowerCase();
  if (code === undefined || CAPITALISED_NOUNS.has(code)) return { around: () => null };
  let known: { readonly starts: Set<number>; readonly ends: Set<number> } | null = null;
  const knownPlaces = () => {
    known ??= placesOf(hits);
    return known;
  };
  return {
    around(name) {
      const words = text.slice(name.start, name.end);
      if (!/^\p{Lu}\p{Ll}[\p{L}\p{M}]*$/u.test(words)) return null;
      const after = /^ (\p{Lu}\p{Ll}+)(?![\p{L}\p{N}])/u.exec(text.slice(name.end, name.end + 40));
      const next = after?.[1];
      if (next && !GOES_ON.has(next.toLowerCase()) && !knownPlaces().starts.has(name.end + 1))
        return isTitleCase(text, name, next) ? null : `${words} ${next}`;
      const before = /(?<![\p{L}\p{N}'’-])(\p{Lu}\p{Ll}+) $/u.exec(
        text.slice(Math.max(0, name.start - 40), name.start),
      );
      const previous = before?.[1];
      if (!previous || knownPlaces().ends.has(name.start - 1)) return null;
      const { start } = sentenceAround(text, name);
      // The first word of a sentence has its capital from there.
      if (text.slice(start, name.start - 1 - previous.length).trim() === '') return null;
      return isTitleCase(text, name, previous) ? null : `${previous} ${words}`;
    },
  };
}

/** Whether the sentence writes most of its words with a capital, or is too short to tell. */
function isTitleCase(text: string, name: Span, beside: string): boolean {
  const { start, end } = sentenceAround(text, name);
  const rest = `${text.slice(start, name.start)} ${text.slice(name.end, end)}`;
  const longer = (rest.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= LONGER && word !== beside);
  const capitalised = longer.filter((word) => /^\p{Lu}/u.test(word));
  return longer.length < ENOUGH || capitalised.length > longer.length * TITLE_CASE;
}

function placesOf(hits: Hits): { starts: Set<number>; ends: Set<number> } {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (let i = 0; i < hits.length; i += 3) {
    starts.add(hits[i] as number);
    ends.add(hits[i + 1] as number);
  }
  return { starts, ends };
}
