/** Two versions of some words as one text: what was taken out, what was put in. By line as well as by colour. */
import { diffArrays, diffChars } from 'diff';

export interface DifferenceProps {
  readonly before: string;
  readonly now: string;
  readonly lang: string | null;
}

export function Difference({ before, now, lang }: DifferenceProps) {
  return (
    <p class="difference" lang={lang ?? undefined} dir="auto">
      {compare(before, now).map((part, i) => {
        // Parts have no identity of their own; the whole is drawn anew when it changes.
        const key = `${i}`;
        if (part.added) return <ins key={key}>{part.value}</ins>;
        if (part.removed) return <del key={key}>{part.value}</del>;
        return part.value;
      })}
    </p>
  );
}

/** Where words are not set apart by spaces, characters are compared. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words, numbers with what stands in them (1,000; 2.5; mid-2019), white space, and signs one by one. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:[.,’'-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

interface Part {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

function compare(before: string, now: string): Part[] {
  if (SPACELESS.test(before)) return diffChars(before, now);
  return diffArrays(before.match(TOKENS) ?? [], now.match(TOKENS) ?? []).map(({ value, added, removed }) => ({
    value: value.join(''),
    added,
    removed,
  }));
}
