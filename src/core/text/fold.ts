/**
 * Folding: what two spellings of a name have in common.
 *
 * Every UTF-16 unit folds to exactly one unit or to none, never to two. That is the idea everything else rests on: no
 * folded copy of the text is made and no offset map is kept, because position i of the raw text *is* position i of the
 * folded one. What folds to two letters (ß to ss, ü to ue) is spelled out when the index is compiled instead
 * (linking/forms.ts), where it costs nothing per page.
 *
 * The table holds from the start what most texts are made of, and fills itself with the rest: a unit is classified the first
 * time it is seen. Filling all 65,536 entries up front takes some 30 ms, which every first scan would pay.
 */

/** What a unit is to the matcher: one bit each, so that the matcher can count with them instead of branching. */
/** Part of a word. */
export const WORD = 1;
/** Written without spaces (Han, Kana): every unit may begin a name. */
export const CJK = 2;
/** White space and dashes: a run of them separates words and equals one space. */
export const SPACE = 4;
/** Punctuation and everything else; compared by its folded unit. */
export const OTHER = 8;
/** Invisible: soft hyphen, zero-width space, combining marks. Skipped wherever it stands. */
export const IGNORED = 16;

/** Beside WORD, a letter of Hebrew or Arabic script: the first of a word may be a word of its own there (linking/proclitics.ts). */
export const JOINING = 32;
const CLASSES = WORD | CJK | SPACE | OTHER | IGNORED;

/** The entry of a unit that has not been looked at yet: no class. Memory that nobody writes to need not be there. */
export const UNSEEN = 0;

/** Per unit: class (and JOINING) in the high half, folded unit in the low half. */
export const FOLD_TABLE = new Int32Array(65536);

const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;
const SPACE_UNIT = 0x20;
const APOSTROPHE = 0x27;
const QUOTE = 0x22;

/** Letters whose relation to a base letter Unicode does not record as a decomposition. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ß: 's',
  ẞ: 's',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  ı: 'i',
  ħ: 'h',
  Ħ: 'h',
  ŋ: 'n',
  Ŋ: 'n',
  æ: 'a',
  Æ: 'a',
  œ: 'o',
  Œ: 'o',
  þ: 't',
  Þ: 't',
  // й is a letter of its own: without this it would lose its breve and meet и.
  й: 'й',
  Й: 'й',
  // Greek: the sigma that ends a word, which capitals do not tell from the other.
  ς: 'σ',
  // Arabic: forms of one letter that writers mix freely; Persian kaf and yeh.
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};

const DASHES = /[\p{Pd}\u2212\u00b7\u30fb]/u;
const APOSTROPHES = /['\u2018\u2019\u201b\u02bc\u02bb\u02b9\u00b4\u0060\u2032\uff07]/;
const QUOTES = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]/;
const IGNORABLE =
  /[\p{M}\u00ad\u034f\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/u;
const CJK_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/** Classifies and folds one UTF-16 unit, remembers it in FOLD_TABLE and returns the entry. */
function classify(unit: number): number {
  // A text with one ideograph has hundreds.
  if (isIdeograph(unit)) fillIdeographs();
  else FOLD_TABLE[unit] = entryByProperties(unit);
  return FOLD_TABLE[unit] as number;
}

/** The table entry of a unit: `classOf(entry)` is its class, `entry & 0xffff` its folded unit. */
export function foldEntry(unit: number): number {
  const entry = FOLD_TABLE[unit] as number;
  return entry === UNSEEN ? classify(unit) : entry;
}

/** The class of an entry: one of WORD, CJK, SPACE, OTHER, IGNORED; 0 for none. */
export function classOf(entry: number): number {
  return (entry >>> 16) & CLASSES;
}

/** A whole string folded: lower case, no marks, one space for each run of spaces and dashes, none at the ends. */
export function fold(text: string): string {
  let folded = '';
  let spaceDue = false;
  for (let i = 0; i < text.length; i++) {
    const entry = foldEntry(text.charCodeAt(i));
    const kind = classOf(entry);
    if (kind === IGNORED) continue;
    if (kind === SPACE) {
      spaceDue = folded !== '';
      continue;
    }
    if (spaceDue) folded += ' ';
    spaceDue = false;
    folded += String.fromCharCode(entry & 0xffff);
  }
  return folded;
}

/** What letters of some blocks fold to, in their order from the first unit on; a space where there is no letter. */
const LETTERS: readonly (readonly [first: number, folded: string])[] = [
  // Latin-1 and Latin Extended-A.
  [
    0xc0,
    'aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty' +
      'aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀŀllnnnnnnŉnnoooooooorrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzs',
  ],
  // Greek.
  [0x386, 'α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω'],
  // Cyrillic.
  [
    0x400,
    'ееђгєѕііјљњћкиуџабвгдежзийклмнопрстуфхцчшщъыьэюя' + 'абвгдежзийклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ',
  ],
  // Hebrew, and Arabic on both sides of rare letters.
  [0x5d0, 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  [0x621, 'ءااوايابهتثجحخدذرزسشصضطظعغ'],
  [0x641, 'فقكلمنهويي'],
];

const PUNCTUATION: readonly (readonly [unit: number, kind: number, folded: number])[] = [
  [0xa0, SPACE, SPACE_UNIT],
  [0xab, OTHER, QUOTE],
  [0xad, IGNORED, 0],
  [0xbb, OTHER, QUOTE],
  [0x2013, SPACE, SPACE_UNIT],
  [0x2014, SPACE, SPACE_UNIT],
  [0x2018, OTHER, APOSTROPHE],
  [0x2019, OTHER, APOSTROPHE],
  [0x201a, OTHER, 0x201a],
  [0x201c, OTHER, QUOTE],
  [0x201d, OTHER, QUOTE],
  [0x201e, OTHER, QUOTE],
  [0x2022, OTHER, 0x2022],
  [0x2026, OTHER, 0x2026],
  [0x3001, OTHER, 0x3001],
  [0x3002, OTHER, 0x3002],
  [0xff0c, OTHER, 0x2c],
];

/** Fills in what most texts are made of. Agrees with entryByProperties (test), which is slow until its expressions are compiled. */
function fillCommon(): void {
  for (let unit = 0; unit < 0x80; unit++) FOLD_TABLE[unit] = asciiEntry(unit);
  for (const [unit, kind, folded] of PUNCTUATION) FOLD_TABLE[unit] = pack(kind, folded);
  for (const [first, folded] of LETTERS)
    for (let i = 0; i < folded.length; i++) {
      const letter = folded.charCodeAt(i);
      if (letter !== SPACE_UNIT) FOLD_TABLE[first + i] = pack(wordClass(letter), letter);
    }
}

function isIdeograph(unit: number): boolean {
  return unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH;
}

function fillIdeographs(): void {
  for (let unit = FIRST_IDEOGRAPH; unit <= LAST_IDEOGRAPH; unit++) FOLD_TABLE[unit] = (CJK << 16) | unit;
}

function asciiEntry(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return pack(WORD, unit);
  if (unit >= 0x41 && unit <= 0x5a) return pack(WORD, unit + 0x20);
  if ((unit >= 0x30 && unit <= 0x39) || unit === 0x5f) return pack(WORD, unit);
  if (unit === SPACE_UNIT || unit === 0x2d || (unit >= 0x09 && unit <= 0x0d)) return pack(SPACE, SPACE_UNIT);
  if (unit === APOSTROPHE || unit === 0x60) return pack(OTHER, APOSTROPHE);
  return pack(OTHER, unit);
}

/** Any unit, by its Unicode properties: exact, and slow in a page that has run none of these expressions yet. */
export function entryByProperties(unit: number): number {
  const character = String.fromCharCode(unit);
  // Halves of surrogate pairs (emoji, rare ideographs) separate words; no recorded name uses them.
  if (unit >= 0xd800 && unit <= 0xdfff) return pack(OTHER, unit);
  if (IGNORABLE.test(character)) return pack(IGNORED, 0);
  if (APOSTROPHES.test(character)) return pack(OTHER, APOSTROPHE);
  if (QUOTES.test(character)) return pack(OTHER, QUOTE);
  if (/\s/.test(character) || DASHES.test(character)) return pack(SPACE, SPACE_UNIT);
  const folded = foldCharacter(character);
  // What decomposes is of the class of what it becomes: a free-standing accent is a space, a small minus is a dash.
  if (folded !== character) return entryByProperties(folded.charCodeAt(0));
  const kind = CJK_SCRIPT.test(folded)
    ? CJK
    : WORD_CHARACTER.test(folded)
      ? wordClass(folded.charCodeAt(0))
      : OTHER;
  return pack(kind, folded.charCodeAt(0));
}

function wordClass(letter: number): number {
  return isJoiningScript(letter) ? WORD | JOINING : WORD;
}

/** Hebrew, Arabic and what stands between them. */
function isJoiningScript(unit: number): boolean {
  return unit >= 0x0590 && unit <= 0x06ff;
}

function foldCharacter(character: string): string {
  const known = BASE_LETTERS[character];
  if (known !== undefined) return known;
  const lower = character.toLowerCase();
  const bare = withoutMarks(lower.normalize('NFKD')).toLowerCase();
  // Ligatures, fractions and the like would become several units: they stay what they are.
  if (bare.length !== 1) return lower.length === 1 ? lower : character;
  return BASE_LETTERS[bare] ?? bare;
}

/** Letters mostly have one mark, and it stands in one block: the expression is for the rest. */
function withoutMarks(text: string): string {
  const mark = text.charCodeAt(1);
  if (text.length === 2 && mark >= 0x300 && mark <= 0x36f) return text.charAt(0);
  return text.length === 1 ? text : text.replace(/\p{M}/gu, '');
}

function pack(kind: number, unit: number): number {
  return (kind << 16) | unit;
}

fillCommon();
