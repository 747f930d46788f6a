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
import { allProclitics, procliticsOf } from './proclitics.ts';

/** Strings with spaces between them: the matcher makes its tables of them, sooner than a script could that was just woken. */
export interface EndingSet {
  readonly full: string;
  readonly cut: string;
  readonly afterS: string;
  /** What the language writes onto the beginning of a name; empty for nothing. */
  readonly before: string;
}

/** Letters an ending or a proclitic may have. */
export const MAX_AFFIX = 8;

interface Table {
  readonly full: string;
  readonly cut: string;
  readonly afterS?: string;
}

/** -ov/-ev and -in make adjectives of names (Hikvisionovih kamera), declined like adjectives. Nothing is the first ending. */
const ADJECTIVE_TAILS = '  a o e i u og oga om ome omu oj im ih ima';
const CYRILLIC_TAILS = '  а о е и у ог ога ом оме ому ој им их има';
const adjectives = (tails: string, ...stems: string[]) =>
  stems.map((stem) => tails.replaceAll(' ', ` ${stem}`)).join('');

/** Declension of South Slavic names in Latin script. */
const southSlavic = (): Table => ({
  full: `a u om em e i ima ja ju jom jem je ji jima${adjectives(ADJECTIVE_TAILS, 'ov', 'ev', 'jev', 'in', 'jin')} ovski ovska ovske`,
  cut: `a e i u o om ama${adjectives(ADJECTIVE_TAILS, 'in')}`,
});

/** The same in both scripts: a text may mix them. */
const bothScripts = (): Table => {
  const { full, cut } = southSlavic();
  return {
    full: `${full} а у ом ем е и има ја ју јом јем је ји јима${adjectives(CYRILLIC_TAILS, 'ов', 'ев', 'јев', 'ин', 'јин')}`,
    cut: `${cut} е и у о ом ама${adjectives(CYRILLIC_TAILS, 'ин')} а у ом ем`,
  };
};

/** By language as language.ts names them. */
const TABLES: Readonly<Record<string, Table>> = {
  mk: { full: 'от та то ов ова ови и', cut: 'ата ин ина и' },
  ru: {
    full: 'а у ом ем е ы и ов ами ах ам',
    cut: 'ы и е у ю ой ей ою я ем ям ями ях ев',
  },
  // -ї is -і when folded.
  uk: {
    full: 'а у ом ем ові еві і и ів ами ах ам',
    cut: 'и і у ю ою ею єю я єм ем єві еві',
  },
  bg: { full: 'а ът и', cut: 'та и ата' },
  // -ie softens r to rz: Palantirze.
  pl: {
    full: 'a u owi em iem ie ze ego emu ach ami om y i',
    cut: 'y i e ie ze a o iej',
  },
  cs: {
    full: 'u a em ovi e i uv ova ovo ove ovu ovou ovym ovem ovych ech um y',
    cut: 'y e u ou o i ina ino iny',
  },
  sk: { full: 'u a om ovi e i ov ova ovo ove och mi y', cut: 'y e u ou o i' },
  de: { full: 's es schen sche scher', cut: '' },
  hu: {
    full:
      't at et ot ak ek nak nek val vel ban ben bol ba be rol ra re tol nal nel hoz hez ig ert n on en kent ja je ek e i ' +
      // Adjectives: hikvisionos, palantiros, huaweis.
      's os as es ' +
      // -val/-vel takes on the last consonant.
      'bal bel dal del fal fel gal gel jal jel kal kel lal lel mal mel nal nel pal pel ral rel sal sel szal szel tal tel zal zel',
    // A final a or e grows long before an ending; folded they look the same, so nothing is cut.
    cut: '',
  },
  tr: {
    full: 'nin nun in un i u ye ya e a de da te ta den dan ten tan yi yu le la yle yla',
    cut: '',
  },
  fi: {
    full: 'n in en a ta ia ssa issa essa sta ista esta lla illa ella lta ilta elta lle ille elle ksi iksi na ina hin iin een aan an on un yn',
    cut: '',
    afterS:
      'ksen ksena kseksi ksessa ksesta kseen ksella kselta kselle ksetta ksia ksien ksiin ksissa ksista',
  },
};

/** Those with adjectives, made when asked for: a page uses one language, and a first scan waits for it. */
const MADE: Readonly<Record<string, () => Table>> = {
  sr: bothScripts,
  hr: bothScripts,
  bs: bothScripts,
  cnr: bothScripts,
  sh: bothScripts,
  sl: southSlavic,
};

/** Every unit with which some ending of some language begins, in order (test): the index is built for these. */
export const ENDING_INITIALS = 'abdefghijklmnoprstuvyzаеиотуъыюяєіј';

/** The same, looked up in the tables. */
export function endingInitials(): string {
  const { full, cut, afterS } = allEndings();
  const initials = `${full} ${cut} ${afterS}`.split(/ +/).map((ending) => ending.charAt(0));
  return [...new Set(initials)].sort().join('');
}

const sets = new Map<string, EndingSet>();

/** Endings and proclitics of a language (BCP 47 tag or null); null for languages that write names as they are. */
export function endingsOf(language: string | null): EndingSet | null {
  const code = language?.split('-')[0]?.toLowerCase() ?? '';
  const known = sets.get(code);
  if (known) return known;
  const table = Object.hasOwn(TABLES, code)
    ? TABLES[code]
    : Object.hasOwn(MADE, code)
      ? MADE[code]?.()
      : undefined;
  const before = procliticsOf(code);
  if (!table && before === '') return null;
  const set = { full: '', cut: '', afterS: '', ...table, before };
  sets.set(code, set);
  return set;
}

/** Endings of every language at once: for measuring, not for marking. */
export function allEndings(): EndingSet {
  const tables = [...Object.values(TABLES), ...[...new Set(Object.values(MADE))].map((make) => make())];
  const joined = (part: keyof Table) => tables.map((table) => table[part] ?? '').join(' ');
  return { full: joined('full'), cut: joined('cut'), afterS: joined('afterS'), before: allProclitics() };
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
