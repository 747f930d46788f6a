/**
 * Look-alike letters: a word that mixes alphabets, a word of one alphabet that reads as one of another, and letters that are
 * another letter in a costume (full-width, mathematical). Somebody who wanted a name never to be found, or a host to be taken
 * for another, would write so; and so does a keyboard that was left in another language.
 */
import { domainToUnicode } from 'node:url';
import type { Problem } from '../problem.ts';
import { at, type EntityFile } from './common.ts';

const LATIN = /\p{Script=Latin}/u;
/** Alphabets with letters that look Latin, and which of their letters do. Those of other shapes give an honest word away. */
const ALPHABETS: readonly { readonly letter: RegExp; readonly twin: RegExp; readonly languages: RegExp }[] = [
  {
    letter: /\p{Script=Cyrillic}/u,
    twin: /^[АВЕЅІЈКМНОРСТУХҮԚԜӀаеѕіјорсухһԁԛԝӏүѵвгкмнпт]+$/u,
    languages: /^(?:ru|uk|be|bg|mk|kk|ky|mn|tg|sr(?:-Cyrl)?|bs-Cyrl|uz-Cyrl|az-Cyrl)$/,
  },
  {
    letter: /\p{Script=Greek}/u,
    twin: /^[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲϳ]+$/u,
    languages: /^el$/,
  },
  { letter: /\p{Script=Armenian}/u, twin: /^[ՍՏՕՑԼՈհոսօցզյգԱ]+$/u, languages: /^hy$/ },
  { letter: /\p{Script=Cherokee}/u, twin: /^.+$/u, languages: /^chr$/ },
  { letter: /\p{Script=Lisu}/u, twin: /^.+$/u, languages: /^lis$/ },
  { letter: /\p{Script=Coptic}/u, twin: /^.+$/u, languages: /^cop$/ },
];
/** Latin letters that pass for plain ones and are none of any language the records are in. */
const PHONETIC = /[\u0251\u0261\u0269\u026a\u0280\u0274\u029c\u0299\u029f\u028f\u1d00-\u1d2b]/u;

interface Field {
  readonly path: readonly PropertyKey[];
  readonly text: string;
  /** Languages it may be in. */
  readonly languages: readonly string[];
}

export function lookAlikes(file: EntityFile): Problem[] {
  return [
    ...fieldsOf(file).flatMap(({ path, text, languages }) => {
      const wrong = inText(text, languages);
      return wrong === null ? [] : [at(file, path, 'script', wrong, 'write it again in one alphabet')];
    }),
    ...Object.entries(file.record.sources).flatMap(([key, { url }]) => {
      const host = domainToUnicode(new URL(url).hostname);
      const wrong = inHost(host);
      const mend = 'give the publisher’s own address';
      return wrong === null ? [] : [at(file, ['sources', key, 'url'], 'script', `${key}: ${wrong}`, mend)];
    }),
  ];
}

/** What is wrong with a text, or null. */
function inText(text: string, languages: readonly string[]): string | null {
  const east = languages.some((lang) => /^(?:zh|ja|ko)\b/.test(lang));
  // Full-width letters are how some write names in Chinese and Japanese.
  const costumed = [...text].find(
    (letter) => (isCostume(letter) && !(east && isFullWidth(letter))) || PHONETIC.test(letter),
  );
  if (costumed !== undefined) return `${costumed} is not the letter it looks like`;
  const words = text.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  const mixed = words.find(isMixed);
  if (mixed !== undefined) return `the word ${mixed} mixes two scripts`;
  for (const { letter, twin, languages: own } of ALPHABETS) {
    const foreign = words.filter((word) => letter.test(word));
    if (languages.some((lang) => own.test(lang)) || foreign.some((word) => !twin.test(word))) continue;
    if (foreign[0] !== undefined) return `the word ${foreign[0]} only looks Latin`;
  }
  return null;
}

/** What is wrong with a host, or null: its words are looked at one by one, because all of them are one name. */
function inHost(host: string): string | null {
  const labels = host.split('.');
  // Under a domain of its own alphabet (.рф, .срб) a word cannot be taken for a Latin one.
  const honest = ALPHABETS.find(({ letter, twin }) => {
    const top = labels.at(-1) ?? '';
    return letter.test(top) && !twin.test(top);
  });
  for (const label of labels) {
    if (isMixed(label.replace(/[^\p{L}]/gu, ''))) return `the host ${host} mixes two scripts`;
    const disguised = ALPHABETS.some(
      (alphabet) =>
        alphabet !== honest &&
        alphabet.letter.test(label) &&
        alphabet.twin.test(label.replace(/[^\p{L}]/gu, '')),
    );
    if (disguised) return `the host ${host} only looks Latin`;
  }
  return null;
}

/** Latin beside another alphabet, or two of the others. Ideographs stand beside Latin letters without a space. */
function isMixed(word: string): boolean {
  const found = ALPHABETS.filter(({ letter }) => letter.test(word)).length;
  return found > 1 || (found === 1 && LATIN.test(word));
}

/** A letter or digit that becomes an ASCII one when compatibility is resolved. ª and º are ordinals in Spanish. */
function isCostume(letter: string): boolean {
  return (
    letter > '\u00ff' && /[\p{L}\p{Nd}]/u.test(letter) && /^[A-Za-z0-9]+$/.test(letter.normalize('NFKC'))
  );
}

function isFullWidth(letter: string): boolean {
  return letter >= '\uff00' && letter <= '\uffef';
}

function fieldsOf({ record }: EntityFile): Field[] {
  const english = (path: PropertyKey[], text: string | undefined): Field[] =>
    text === undefined ? [] : [{ path, text, languages: ['en'] }];
  return [
    ...english(['name'], record.name),
    ...english(['summary'], record.summary.en),
    ...record.aliases.map(({ text, lang }, i) => ({
      path: ['aliases', i],
      text,
      languages: lang ? [lang] : [],
    })),
    ...record.statements.flatMap((statement, i) => [
      ...english(['statements', i, 'text'], statement.text.en),
      {
        path: ['statements', i, 'speaker'],
        text: statement.speaker,
        languages: statement.sources.flatMap(
          (reference) => record.sources[reference.split('#')[0] ?? '']?.lang ?? [],
        ),
      },
    ]),
    ...record.relations.flatMap(({ note }, i) => english(['relations', i, 'note'], note)),
    ...record.states.flatMap(({ note }, i) => english(['states', i, 'note'], note)),
    ...Object.entries(record.sources).flatMap(([key, { publisher, origin, title, lang }]) =>
      [
        ['publisher', publisher],
        ['origin', origin],
        ['title', title],
      ].flatMap(([field, text]) =>
        text ? [{ path: ['sources', key, field as string], text, languages: [lang] }] : [],
      ),
    ),
  ];
}
