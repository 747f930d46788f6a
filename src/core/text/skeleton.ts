/**
 * What a short name looks like, letter by letter: two names with one skeleton can be taken for each other. After Unicode's
 * the method that UTS #39 describes (the word is its own), with a small table chosen by hand: the letters of other alphabets
 * that pass for Latin ones. It errs towards likeness: р, п and Ь count as p, n and b in any typeface.
 * For comparing only; nobody is shown a skeleton.
 */

/** Letters, and below each the Latin one it looks like. Capitals stand for themselves only where lower case looks different. */
const TWINS: readonly (readonly [letters: string, latin: string])[] = [
  // Cyrillic
  ['авеєѕіјкмнорстухүһԁԛԝӏгпьѵԍзә', 'abeesijkmhopctyxyhdqwlrnbvg3e'],
  // Greek, capitals first: Ν and ν, Η and η are twins of different letters.
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ', 'abezhikmnoptyxcj'],
  ['αβγεηικνορσςτυχωϲϳ', 'abyenikvopoctuxwcj'],
  // Armenian
  ['ՍՏՕԼոսօհցյզ', 'ustlnuohgjq'],
  // Cherokee and Lisu: whole rows of Latin capitals.
  ['ᎠᎡᎢᎥᎪᎫᎬᏀᎳᎷᎻᏃᏏᏒᎦᏙᏚᏞᏟᏢᏦᏧᏴ', 'drtiajegwmhzbrsvslcpkdb'],
  ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpdtgkjczfmnlsrvhwxyaeiou'],
  // Latin letters without a decomposition, small capitals and those of phonetics
  ['ıłđøħŧɑɡɩɪʀɴʜʙʟʏᴀᴄᴅᴇɢᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢ', 'ilodhtagiirnhblyacdegjkmopstuvwz'],
  ['|', 'l'],
];

const LATIN = new Map(
  TWINS.flatMap(([letters, latin]) => [...letters].map((letter, i) => [letter, latin.charAt(i)] as const)),
);

/** The skeleton; empty where there is neither letter nor digit. Case, accents, spaces and signs do not count. */
export function skeleton(text: string): string {
  return letterTwins(text).replace(/rn/g, 'm').replace(/vv/g, 'w');
}

/** The same letter by letter: pairs that look like one letter stay. */
export function letterTwins(text: string): string {
  const letters = latinTwins(latinTwins(text).normalize('NFKD')).toLowerCase();
  return latinTwins(letters)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[i1]/g, 'l')
    .replace(/0/g, 'o');
}

function latinTwins(text: string): string {
  return [...text].map((letter) => LATIN.get(letter) ?? letter).join('');
}
