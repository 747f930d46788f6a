/**
 * Case endings: what may follow a name in languages that decline names.
 *
 * Expanding every name into all its forms would multiply the index by ten and more. Instead the index keeps stems, the
 * matcher accepts a name that goes on within the same word, and this table says whether what goes on is an ending of the
 * text's language. Only singular endings and the possessive adjectives that news uses of names are listed; endings are
 * written folded (no marks; test), so one entry stands for -nál and -nal.
 *
 * `full`: after the whole name (Huawei+ja, Hikvision+om, Palantir+s).
 * `cut`: in place of a dropped last letter: -a, -я, -й, -ь and the like (Dahu+e, Хуаве+ю).
 * `afterS`: in place of a dropped -s (Pegasu+ksen); nothing else may follow such a name.
 *
 * Sources: sr/hr/bs Klajn, Gramatika srpskog jezika (2005); ru Zaliznyak, Grammatičeskij slovar’ russkogo jazyka (1977);
 * uk Ukrajinsʹkyj pravopys (2019); pl Wielki słownik ortograficzny PWN; cs Internetová jazyková příručka (ÚJČ AV ČR); de
 * Duden, Die Grammatik; hu A magyar helyesírás szabályai (2015); tr TDK Yazım Kılavuzu (there an apostrophe ends the name
 * by itself; listed are the forms without it); fi Iso suomen kielioppi. The choice of what news uses is ours.
 */
import { allProclitics, type Proclitics, procliticsOf } from './proclitics.ts';

export interface EndingSet {
  readonly full: ReadonlySet<string>;
  readonly cut: ReadonlySet<string>;
  readonly afterS: ReadonlySet<string>;
  /** What the language writes onto the beginning of a name; null for nothing. */
  readonly before: Proclitics | null;
  /** By the last letters of a word, how long its ending may be: see endingLengths. */
  readonly lengths: Uint8Array;
}

/** Letters an ending may have. */
export const MAX_ENDING = 8;
const PAIRS = 2048;
const SINGLES = 256;

/**
 * Which endings a word may have whose last two letters are these, folded: bit 0 for one of one letter, bit 7 for one of
 * eight. Most words have none; a set bit may still be wrong, a bit that is not set never is.
 */
export function endingLengths({ lengths }: EndingSet, before: number, last: number): number {
  return (lengths[pairSlot(before, last)] as number) | (lengths[singleSlot(last)] as number);
}

function pairSlot(before: number, last: number): number {
  return (before * 37 + last) & (PAIRS - 1);
}

function singleSlot(last: number): number {
  return PAIRS + (last & (SINGLES - 1));
}

function endingSet({ full, cut, afterS = NONE }: Table, before: Proclitics | null): EndingSet {
  const lengths = new Uint8Array(PAIRS + SINGLES);
  for (const endings of [full, cut, afterS])
    for (const ending of endings) {
      const { length } = ending;
      const last = ending.charCodeAt(length - 1);
      const slot = length === 1 ? singleSlot(last) : pairSlot(ending.charCodeAt(length - 2), last);
      lengths[slot] = (lengths[slot] as number) | (1 << (length - 1));
    }
  return { full, cut, afterS, before, lengths };
}

interface Table {
  readonly full: ReadonlySet<string>;
  readonly cut: ReadonlySet<string>;
  readonly afterS?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

const list = (text: string): ReadonlySet<string> =>
  new Set(text.split(' ').filter((ending) => ending !== ''));

/** -ov/-ev and -in make adjectives of names (Hikvisionovih kamera), declined like adjectives. */
const ADJECTIVE_TAILS = [
  '',
  'a',
  'o',
  'e',
  'i',
  'u',
  'og',
  'oga',
  'om',
  'ome',
  'omu',
  'oj',
  'im',
  'ih',
  'ima',
  'oga',
];
const adjectives = (...stems: string[]) =>
  stems.flatMap((stem) => ADJECTIVE_TAILS.map((tail) => stem + tail)).join(' ');
const CYRILLIC_TAILS = [
  '',
  'а',
  'о',
  'е',
  'и',
  'у',
  'ог',
  'ога',
  'ом',
  'оме',
  'ому',
  'ој',
  'им',
  'их',
  'има',
];
const cyrillicAdjectives = (...stems: string[]) =>
  stems.flatMap((stem) => CYRILLIC_TAILS.map((tail) => stem + tail)).join(' ');

/** Declension of South Slavic names in Latin script. */
const southSlavic = (): Table => ({
  full: list(
    `a u om em e i ima ja ju jom jem je ji jima ${adjectives('ov', 'ev', 'jev', 'in', 'jin')} ovski ovska ovske`,
  ),
  cut: list(`a e i u o om ama ${adjectives('in')}`),
});

/** The same in both scripts: a text may mix them. */
const bothScripts = (): Table => {
  const { full, cut } = southSlavic();
  return {
    full: new Set([
      ...full,
      ...list(
        `а у ом ем е и има ја ју јом јем је ји јима ${cyrillicAdjectives('ов', 'ев', 'јев', 'ин', 'јин')}`,
      ),
    ]),
    cut: new Set([...cut, ...list(`е и у о ом ама ${cyrillicAdjectives('ин')} а у ом ем`)]),
  };
};

/** By language as language.ts names them. Made when asked for: a page uses one language, and a first scan waits for it. */
const TABLES: Readonly<Record<string, () => Table>> = {
  sr: bothScripts,
  hr: bothScripts,
  bs: bothScripts,
  cnr: bothScripts,
  sh: bothScripts,
  sl: southSlavic,
  mk: () => ({ full: list('от та то ов ова ови и'), cut: list('ата ин ина и') }),
  ru: () => ({
    full: list('а у ом ем е ы и ов ами ах ам'),
    cut: list('ы и е у ю ой ей ою я ем ям ями ях ев'),
  }),
  // -ї is -і when folded.
  uk: () => ({
    full: list('а у ом ем ові еві і и ів ами ах ам'),
    cut: list('и і у ю ою ею єю я єм ем єві еві'),
  }),
  bg: () => ({ full: list('а ът и'), cut: list('та и ата') }),
  // -ie softens r to rz: Palantirze.
  pl: () => ({
    full: list('a u owi em iem ie ze ego emu ach ami om y i'),
    cut: list('y i e ie ze a o iej'),
  }),
  cs: () => ({
    full: list('u a em ovi e i uv ova ovo ove ovu ovou ovym ovem ovych ech um y'),
    cut: list('y e u ou o i ina ino iny'),
  }),
  sk: () => ({ full: list('u a om ovi e i ov ova ovo ove och mi y'), cut: list('y e u ou o i') }),
  de: () => ({ full: list('s es schen sche scher'), cut: list('') }),
  hu: () => ({
    full: list(
      't at et ot ak ek nak nek val vel ban ben bol ba be rol ra re tol nal nel hoz hez ig ert n on en kent ja je ek e i ' +
        // Adjectives: hikvisionos, palantiros, huaweis.
        's os as es ' +
        // -val/-vel takes on the last consonant.
        'bal bel dal del fal fel gal gel jal jel kal kel lal lel mal mel nal nel pal pel ral rel sal sel szal szel tal tel zal zel',
    ),
    // A final a or e grows long before an ending; folded they look the same, so nothing is cut.
    cut: list(''),
  }),
  tr: () => ({
    full: list('nin nun in un i u ye ya e a de da te ta den dan ten tan yi yu le la yle yla'),
    cut: list(''),
  }),
  fi: () => ({
    full: list(
      'n in en a ta ia ssa issa essa sta ista esta lla illa ella lta ilta elta lle ille elle ksi iksi na ina hin iin een aan an on un yn',
    ),
    cut: list(''),
    afterS: list(
      'ksen ksena kseksi ksessa ksesta kseen ksella kselta kselle ksetta ksia ksien ksiin ksissa ksista',
    ),
  }),
};

/** Every unit with which some ending of some language begins, in order (test): the index is built for these. */
export const ENDING_INITIALS = 'abdefghijklmnoprstuvyzаеиотуъыюяєіј';

/** The same, looked up in the tables. */
export function endingInitials(): string {
  const initials = Object.values(TABLES).flatMap((table) => {
    const { full, cut, afterS = NONE } = table();
    return [...full, ...cut, ...afterS].map((ending) => ending.charAt(0));
  });
  return [...new Set(initials)].sort().join('');
}

const sets = new Map<string, EndingSet>();

/** Endings and proclitics of a language (BCP 47 tag or null); null for languages that write names as they are. */
export function endingsOf(language: string | null): EndingSet | null {
  const code = language?.split('-')[0]?.toLowerCase() ?? '';
  const known = sets.get(code);
  if (known) return known;
  const table = Object.hasOwn(TABLES, code) ? TABLES[code]?.() : undefined;
  const before = procliticsOf(code);
  if (!table && !before) return null;
  const set = endingSet(table ?? { full: NONE, cut: NONE }, before);
  sets.set(code, set);
  return set;
}

/** Endings of every language at once: for measuring, not for marking. */
export function allEndings(): EndingSet {
  const tables = Object.values(TABLES).map((table) => table());
  const joined = (part: keyof Table) => new Set(tables.flatMap((table) => [...(table[part] ?? NONE)]));
  return endingSet({ full: joined('full'), cut: joined('cut'), afterS: joined('afterS') }, allProclitics());
}

/** Letters that a declined name loses. Only names that long are cut, or what is left would match anything. */
const DROPPED = /[aoeаоеяйь]$/u;
const MIN_STEM = 4;

/** The stem before a cut ending, or null when the word keeps all its letters. Takes and gives folded text. */
export function cutStem(word: string): string | null {
  return word.length > MIN_STEM && DROPPED.test(word) ? word.slice(0, -1) : null;
}

/** The stem of a name of one word before an ending that takes the place of its -s; null for other names. Folded, both. */
export function stemBeforeS(name: string): string | null {
  return name.length > MIN_STEM && /^[a-z]+s$/.test(name) ? name.slice(0, -1) : null;
}
