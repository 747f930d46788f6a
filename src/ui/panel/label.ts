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
const LINES = 2;

/**
 * Breaks between words. What does not fit into two lines goes without what stands in brackets, and then without its end: whole
 * words, so that what is seen is a beginning of what is heard (WCAG 2.5.3). The name stands in full beside the picture.
 */
export function labelOf(name: string): Label {
  const lines = inTwoLines(name);
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

function inTwoLines(name: string): string[] {
  const whole = wrap(name);
  if (whole.length <= LINES) return whole.map(cut);
  const short = wrap(name.replace(/\s*\([^()]*\)/g, ''));
  const lines = short.slice(0, LINES).map(cut);
  if (short.length > LINES) lines[LINES - 1] = `${lines[LINES - 1]?.replace(/…$/, '')}…`;
  return lines;
}

/** Only a word that is longer than a line. */
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
