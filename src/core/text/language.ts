/**
 * The language of a text, guessed from its script and its smallest words. Endings (linking/endings.ts) are allowed only
 * in the languages that have them, so a wrong guess costs a missed name, not a wrong one.
 *
 * Languages that share nearly all small words are told apart no further than endings need: Bosnian, Croatian,
 * Montenegrin and Serbian in Latin script are all `sr`, Czech and Slovak stay two.
 */

/** Small words that are frequent in one language and rare in the others listed. Lower case, as written. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is was for with by from has have are were this which not said it',
  de: 'der die das und ist nicht mit den von dem ein eine zu auf für sich auch wurde werden im bei nach aus dass einer einem einen eines sie er wir sein hat haben nur noch als wie aber oder durch bis zum zur vom über sind beim',
  fr: 'le la les des est dans une qui pour que par sur avec pas plus été ont cette aux et',
  es: 'el los las del una que por con para como más pero sus fue este han está según y se',
  it: 'il lo gli che di è per una con non sono della nel alla dei delle anche più ha del',
  pt: 'os uma que não para com por mais foi são dos das pelo pela também está ao como em do',
  nl: 'het een van en dat niet zijn voor met op te aan ook door worden naar bij uit heeft de',
  pl: 'nie się jest że na do przez oraz które który został także po dla przy jego od był są w tego tej tych tym może było były będzie ich ze ale tylko już jak gdy aby czy więc ten nad bez między podczas wobec zostały została mają roku',
  cs: 'je že na se které který jako také byl podle před jsou při byla pro nebo ale jeho však v která už než bylo byly této může mezi proti ani kde když proto tento tato toto ještě pouze kteří kterou kterého jejich během kvůli roku',
  sk: 'je že sa na ktoré ktorý ako aj bol podľa pred sú pri bola pre alebo ale jeho však v',
  sr: 'je da se na koji koja koje su za od nije biti što kao bi sa ili ali samo prema zbog već kako iz će kojem kojoj kojim bila bilo nego dok kažu kaže nakon tokom nisu ove ovaj ovo ova tako međutim gde gdje protiv između kada jer više sve koju čiji čija ovom ovih ovog toga svoje dana godine godina prije pre posle poslije',
  sl: 'je da se na ki so za bi tudi ter kot pri bil bila ali pa njegov med zaradi še v z iz',
  hu: 'az és hogy nem egy volt meg is már csak ezt mint de szerint után azonban még vagy lesz azt között miatt által pedig amely amelyet ezek nincs lett lehet kell ami aki akik erre arra ennek annak alatt ellen során illetve valamint hanem mert',
  tr: 've bir bu için ile olarak daha çok gibi olan ancak kadar sonra değil göre tarafından da de olduğu dedi ettiği etti ise arasında üzerinde hakkında',
  fi: 'ja on ei että se oli mutta myös ovat kuin joka tai hän sen mukaan ole sekä jo niin kun olivat kertoi voi ettei eikä vain ennen jälkeen kanssa',
  sv: 'och att det som en är på inte med för av till den har ett om de var från eller',
  da: 'og at det som en er på ikke med for af til den har et om de var fra eller der',
  ro: 'și de la în care nu este cu pe pentru din că mai au fost prin sau al ale lui',
};

/**
 * Letters that few of the languages above write (names aside): short texts hold few small words. Chiefly of the languages
 * whose names decline.
 */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  pl: /[łąęśźżńć]/gi,
  cs: /[řěů]/gi,
  sk: /[ľĺŕ]/gi,
  sr: /[đć]/gi,
  hu: /[őű]/gi,
  tr: /[ğı]/gi,
  fi: /ää|öö|yy/gi,
  de: /ß/g,
  pt: /[ãõ]/gi,
  es: /[ñ¿¡]/gi,
  ro: /[țășţ]/gi,
};
/** What such a letter says, beside a small word of one language alone. */
const OWN_LETTER = 0.5;

/** Text looked at. More changes no guess. */
const SAMPLE = 6000;
/** Small words, or twice as many letters, that make a guess sure. Fewer only tell what a text without a declaration is read as. */
const SURE_HITS = 3;
/** Up to this share of the best score the second makes no doubt: in a sure guess, and in one from fewer words. */
const SURE_SHARE = 0.9;
const UNSURE_SHARE = 0.5;
/** What an unsure guess rests on at least: a word of one language alone, or two such letters. */
const UNSURE_SCORE = 1;

const words = new Map<string, string[]>();
for (const [language, list] of Object.entries(SMALL_WORDS)) {
  for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language]);
}

/** Languages whose script or alphabet tells them. */
const TOLD_BY_SCRIPT = new Set(['ru', 'uk', 'bg', 'mk', 'ja', 'zh', 'ko', 'ar', 'fa', 'he', 'el']);
/** Languages that `detectLanguage` does not tell from the one it names. */
const SISTERS: Readonly<Record<string, readonly string[]>> = { sr: ['hr', 'bs', 'cnr', 'sh'] };

/**
 * The language of a text that says it is in `declared` (BCP 47, or null). What its words show counts for more, because
 * pages often declare what their template was written in; but where words cannot tell sisters apart, or the declaration
 * only says more (`sr-Latn`, `zh-Hant`), the text is taken at its word.
 */
export function languageOf(text: string, declared: string | null): string | null {
  const guess = guessLanguage(text);
  if (guess === null || declared === null) return guess?.language ?? declared;
  if (!guess.isSure) return declared;
  const shown = guess.language;
  const code = declared.split(/[-_]/)[0]?.toLowerCase() ?? '';
  // Of Lithuanian, Estonian or Vietnamese nothing is known here, and their letters are those of others.
  if (shown in SMALL_WORDS && !isTold(code)) return declared;
  return code === shown || SISTERS[shown]?.includes(code) ? declared : shown;
}

/** Whether the language would be told by its words or its script, or is not told from one that is. */
function isTold(code: string): boolean {
  return code in SMALL_WORDS || TOLD_BY_SCRIPT.has(code) || Object.values(SISTERS).flat().includes(code);
}

/** The text's language as a two-letter code, or null when it cannot be told. */
export function detectLanguage(text: string): string | null {
  return guessLanguage(text)?.language ?? null;
}

interface Guess {
  readonly language: string;
  /** Whether it counts for more than what the text declares. */
  readonly isSure: boolean;
}

function guessLanguage(text: string): Guess | null {
  const sample = text.slice(0, SAMPLE);
  const told = byScript(sample);
  return told === null ? bySmallWords(sample) : { language: told, isSure: true };
}

function byScript(sample: string): string | null {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters === 0) return null;
  const most = (n: number) => n > letters * 0.4;
  if (most(count(/\p{Script=Cyrillic}/gu))) return cyrillicLanguage(sample, count);
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.15) return 'ja';
  if (most(count(/\p{Script=Han}/gu))) return 'zh';
  if (most(count(/\p{Script=Arabic}/gu))) return /[پچژگ]/.test(sample) ? 'fa' : 'ar';
  if (most(count(/\p{Script=Hebrew}/gu))) return 'he';
  if (most(count(/\p{Script=Greek}/gu))) return 'el';
  if (most(count(/\p{Script=Hangul}/gu))) return 'ko';
  return null;
}

/** Each Cyrillic alphabet has letters that the others lack. */
function cyrillicLanguage(_: string, count: (pattern: RegExp) => number): string {
  const serbian = count(/[ђјљњћџ]/gi);
  const macedonian = count(/[ѓќѕ]/gi);
  const ukrainian = count(/[іїєґ]/gi);
  const russian = count(/[ыэё]/gi);
  if (serbian > 0 && serbian >= ukrainian && serbian >= russian)
    return macedonian > serbian / 4 ? 'mk' : 'sr';
  if (ukrainian > russian) return 'uk';
  if (russian > 0) return 'ru';
  return count(/ъ/gi) > 0 ? 'bg' : 'ru';
}

function bySmallWords(sample: string): Guess | null {
  const scores = new Map<string, number>();
  let hits = 0;
  for (const word of sample.toLowerCase().match(/[\p{L}]+/gu) ?? []) {
    const languages = words.get(word);
    if (!languages) continue;
    hits++;
    // A word that several languages share says less about each.
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  for (const [language, letters] of Object.entries(OWN_LETTERS)) {
    const found = (sample.match(letters)?.length ?? 0) * OWN_LETTER;
    if (found === 0) continue;
    hits += found;
    scores.set(language, (scores.get(language) ?? 0) + found);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best) return null;
  const isSure = hits >= SURE_HITS;
  if (!isSure && best[1] < UNSURE_SCORE) return null;
  const isAlone = (second?.[1] ?? 0) <= best[1] * (isSure ? SURE_SHARE : UNSURE_SHARE);
  return isAlone ? { language: best[0], isSure } : null;
}
