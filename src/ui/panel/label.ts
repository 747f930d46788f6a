/** A name as it stands in the picture: two lines at most, and the box they need. */

export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const LINE_HEIGHT = 15;
const PADDING = { inline: 9, block: 5 };
/** Widths of a letter at the picture's 12.5 pixels, on the safe side: Latin and Cyrillic, and the scripts of full squares. */
const LETTER = 6.9;
const SQUARE = 12.8;
/** Letters to a line. */
const LIMIT = 19;

/** Breaks between words; what does not fit into two lines is cut short (the name stands in full beside the picture). */
export function labelOf(name: string): Label {
  const lines = shorten(wrap(name));
  const widest = Math.max(...lines.map(widthOf));
  return {
    lines,
    width: Math.ceil(widest + 2 * PADDING.inline),
    height: lines.length * LINE_HEIGHT + 2 * PADDING.block,
  };
}

function wrap(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LIMIT)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shorten(lines: readonly string[]): string[] {
  const [first = '', second, ...rest] = lines.map(cut);
  if (second === undefined) return [first];
  return [first, rest.length > 0 ? `${second.replace(/…$/, '').slice(0, LIMIT - 1)}…` : second];
}

function cut(line: string): string {
  return line.length > LIMIT ? `${line.slice(0, LIMIT - 1)}…` : line;
}

function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum + (/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(letter) ? SQUARE : LETTER),
    0,
  );
}
