/** Two versions of some words as one text: what was taken out, what was put in. By line as well as by colour. */
import { diffChars, diffWordsWithSpace } from 'diff';

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

function compare(before: string, now: string) {
  return SPACELESS.test(before) ? diffChars(before, now) : diffWordsWithSpace(before, now);
}
