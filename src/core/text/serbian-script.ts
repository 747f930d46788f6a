/** Serbian is written in two scripts that map onto each other letter by letter (Pravopis, 1960): one alias serves both. */

const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  v: 'в',
  g: 'г',
  d: 'д',
  đ: 'ђ',
  e: 'е',
  ž: 'ж',
  z: 'з',
  i: 'и',
  j: 'ј',
  k: 'к',
  l: 'л',
  lj: 'љ',
  m: 'м',
  n: 'н',
  nj: 'њ',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  ć: 'ћ',
  u: 'у',
  f: 'ф',
  h: 'х',
  c: 'ц',
  č: 'ч',
  dž: 'џ',
  š: 'ш',
};
const CYRILLIC_TO_LATIN = new Map(
  Object.entries(LATIN_TO_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]),
);

/** Latin to Cyrillic; null when the text has a letter that Serbian does not (q, w, x, y and foreign ones). */
export function toSerbianCyrillic(text: string): string | null {
  const source = text.normalize('NFC');
  let result = '';
  for (let i = 0; i < source.length; ) {
    const pair = source.slice(i, i + 2).toLowerCase();
    const length = pair.length === 2 && LATIN_TO_CYRILLIC[pair] ? 2 : 1;
    const written = source.slice(i, i + length);
    const letter = LATIN_TO_CYRILLIC[written.toLowerCase()];
    if (letter === undefined && /\p{L}/u.test(written)) return null;
    result += letter === undefined ? written : isUpper(written) ? letter.toUpperCase() : letter;
    i += length;
  }
  return result;
}

/** Cyrillic to Latin; null when the text has a letter that Serbian does not. */
export function toSerbianLatin(text: string): string | null {
  let result = '';
  const letters = [...text.normalize('NFC')];
  for (const [i, written] of letters.entries()) {
    const latin = CYRILLIC_TO_LATIN.get(written.toLowerCase());
    if (latin === undefined) {
      if (/\p{L}/u.test(written)) return null;
      result += written;
    } else if (!isUpper(written)) result += latin;
    // Љ is Lj in a capitalised word and LJ in one all of capitals.
    else
      result += isUpper(letters[i + 1] ?? 'a')
        ? latin.toUpperCase()
        : latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return result;
}

function isUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
