/**
 * What the matcher is measured on: a made-up text in four scripts' proportions, and made-up names. Small words are real, so
 * that word lengths and repetitions are those of news; longer words are half words of our own labelled texts, half built
 * from syllables of the language. How often a word of the text begins like a name decides the matcher's work: on 3 MB of
 * news in seven languages 8, 17 and 21 % of the words did, for 5,000, 50,000 and a million of these names; here 12, 24 and 32 %.
 */
import { resolve } from 'node:path';
import { loadGold } from '../../src/publish/load-gold.ts';
import { createRandom, type Random } from './random.ts';

interface Language {
  readonly small: readonly string[];
  readonly syllables: readonly string[];
  readonly capitals: number;
}

const words = (text: string) => text.split(' ');

const LANGUAGES: Readonly<Record<'en' | 'de' | 'ru', Language>> = {
  en: {
    small: words(
      'the of and to in a is that for on with as was by it at from has are have an be this not but its said which their will after more been one he who all also had new were they or about than',
    ),
    syllables: words(
      'con ter min ist pol ice cam era sur veil lance tech nol o gy re port gov ern ment com pan y pro ject for eign tion al er ing ed ly cit i zen data priv a cy ' +
        'an ab ac ad am ap ar as at au ba be bel ben bi bor bre cal can cap car cen cha che cle col cor cre cul dan de del dem di dif dis dom dra ef em en ex fac fam fed fi fin fol fre fur gar gen gra gro hap har hel hin hos hun im in jour jus ken lab lan lar law lea leg let lib lis loc mag man mar mas mea mem met mid mo mor mul nar nat nei nor ob of op or pa par pas pat pe per pla ple pos pre pri pub quar que rad ran rea rec rep res rev ris rol sal sat sci sec sen ser set sha sim soc sol spe sta ste str stu suc sug sup tab tar tea tem the thir tho tra tre tru tur un up us val var ver vic vil vol war wat wea wes whe win wom wor wri yea',
    ),
    capitals: 0.09,
  },
  de: {
    small: words(
      'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
    ),
    syllables: words(
      'ge be ver ent ung heit keit schaft lich isch über wach kam era stadt land er en staat daten schutz polizei minister re gier',
    ),
    capitals: 0.3,
  },
  ru: {
    small: words(
      'и в не на что с по это как за из к о его для но от то же при так все она был он или ее до уже также их бы под после',
    ),
    syllables: words(
      'про по пре во ста на ка ра ме до го ро да ни я ция ость ение слеж ка лица сис те ма ми нис тер ство дан ные',
    ),
    capitals: 0.1,
  },
};

const HAN = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
];

/** Shares of the text's units. */
const SHARES = { en: 0.7, de: 0.1, ru: 0.1, zh: 0.1 };
const CODES = ['en', 'de', 'ru', 'zh'] as const;

/** A text of about `length` UTF-16 units: 70 % English, 10 % each of German, Russian and Chinese, in paragraphs; some of `names` stand in it. */
export function makeText(length: number, names: readonly string[], seed = 1): string {
  const random = createRandom(seed);
  const vocabulary = new Map(
    (['en', 'de', 'ru'] as const).map((code) => [code, makeVocabulary(code, LANGUAGES[code], random)]),
  );
  const paragraphs: string[] = [];
  const sizes = { en: 0, de: 0, ru: 0, zh: 0 };
  let size = 0;
  while (size < length) {
    // The language that is furthest behind its share is next.
    const code = CODES.reduce((a, b) => (sizes[b] / SHARES[b] < sizes[a] / SHARES[a] ? b : a));
    const paragraph =
      code === 'zh' ? chinese(random) : prose(random, LANGUAGES[code], vocabulary.get(code) ?? [], names);
    paragraphs.push(paragraph);
    sizes[code] += paragraph.length;
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

/**
 * `count` different names, made as companies make them: mostly a coined word, often with a tail; some of ordinary words; a
 * tenth each in Cyrillic and Chinese.
 */
export function makeNames(count: number, seed = 2): string[] {
  const random = createRandom(seed);
  const names = new Set<string>();
  const tails = ['', '', '', ' Group', ' Systems', ' Technologies', ' AI', ' Security', ' Labs'];
  while (names.size < count) {
    const roll = random.next();
    if (roll < 0.1) names.add(chineseName(random));
    else if (roll < 0.2) names.add(capital(coined(random, CYRILLIC_SOUNDS)));
    else if (roll < 0.3) {
      // Ordinary words as names: these begin like the words of the text.
      const words = [2, 3].map(() => capital(syllables(random, LANGUAGES.en.syllables, 2 + random.below(2))));
      names.add(words.join(' ') + random.pick(tails));
    } else {
      const second = random.next() < 0.2 ? ` ${capital(coined(random, LATIN_SOUNDS))}` : '';
      names.add(capital(coined(random, LATIN_SOUNDS)) + second + random.pick(tails));
    }
  }
  return [...names];
}

const LATIN_SOUNDS = {
  onsets: words('b c d f g h k l m n p r s t v w z br cl dr fl gr kr pl pr sk st tr th ch sh qu x y'),
  vowels: words('a e i o u ai ei ia io ou a e i o'),
  ends: ['', '', 'n', 'r', 'x', 's', 'l', 't', 'k', 'm'],
};
const CYRILLIC_SOUNDS = {
  onsets: words('б в г д ж з к л м н п р с т ф х ц ч ш бр гр кр ст тр вл сп'),
  vowels: words('а е и о у я ю ы э'),
  ends: ['', '', 'н', 'р', 'с', 'л', 'т', 'к', 'м', 'й'],
};

function coined(random: Random, sounds: typeof LATIN_SOUNDS): string {
  const count = 2 + random.below(3);
  let word = '';
  for (let i = 0; i < count; i++) word += random.pick(sounds.onsets) + random.pick(sounds.vowels);
  return word + random.pick(sounds.ends);
}

/** Words of a language: a root of sounds, now and then of syllables, with the endings that its words have. */
function makeVocabulary(code: string, language: Language, random: Random): string[] {
  const real = realWords(code);
  const sounds = language === LANGUAGES.ru ? CYRILLIC_SOUNDS : LATIN_SOUNDS;
  return Array.from({ length: 12_000 }, () => {
    if (random.next() < 0.7) return random.pick(real);
    const root =
      random.next() < 0.92
        ? syllables(random, language.syllables, 2 + random.below(2))
        : coined(random, sounds).slice(0, 4 + random.below(4));
    return root + random.pick(language.syllables);
  });
}

/** Words of more than four letters of the labelled texts in one language, those it has only as names left out. */
function realWords(code: string): string[] {
  const texts = loadGold(resolve(import.meta.dirname, '../../tests/gold')).filter(
    ({ lang }) => lang === code,
  );
  return [...new Set(texts.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}{5,}(?!\p{L})/gu) ?? []))];
}

function prose(
  random: Random,
  language: Language,
  vocabulary: readonly string[],
  names: readonly string[],
): string {
  const out: string[] = [];
  const count = 60 + random.below(80);
  for (let i = 0; i < count; i++) {
    const roll = random.next();
    // Zipf: half of running words are small; rare words are drawn by the square of a uniform number.
    let word =
      roll < 0.5
        ? random.pick(language.small)
        : roll > 0.995 && names.length > 0
          ? random.pick(names)
          : (vocabulary[Math.floor(random.next() ** 2 * vocabulary.length)] ?? 'x');
    if (random.next() < language.capitals) word = capital(word);
    out.push(random.next() < 0.09 ? `${word}${random.pick([',', '.', ';', ':', '’s'])}` : word);
  }
  return `${capital(out.join(' '))}.`;
}

function chinese(random: Random): string {
  return Array.from(
    { length: 6 + random.below(6) },
    () => `${han(random, 8 + random.below(20))}${random.pick(['，', '。'])}`,
  ).join('');
}

function han(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(HAN)).join('');
}

/** Names take rarer characters than running text does. */
function chineseName(random: Random): string {
  return Array.from({ length: 2 + random.below(4) }, () =>
    random.next() < 0.6 ? random.pick(HAN) : String.fromCharCode(0x4e00 + random.below(3000)),
  ).join('');
}

function syllables(random: Random, parts: readonly string[], count: number): string {
  return Array.from({ length: count }, () => random.pick(parts)).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
