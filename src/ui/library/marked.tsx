/** Text with the words of the query marked. Beginnings count, case and accents do not. */
import { fold } from '../../core/text/fold.ts';

export function Marked({ text, query }: { text: string; query: string }) {
  const words = fold(query)
    .split(' ')
    .filter((word) => word.length > 1);
  if (words.length === 0) return text;
  return text.split(/([\p{L}\p{N}]+)/u).map((part, i) => {
    const key = `${i}`;
    const folded = i % 2 === 1 ? fold(part) : '';
    return folded !== '' && words.some((word) => folded.startsWith(word)) ? (
      <mark key={key}>{part}</mark>
    ) : (
      part
    );
  });
}
