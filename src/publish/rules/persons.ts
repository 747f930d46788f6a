/**
 * People are never entities or names. No list knows every person, so this looks for what gives one away: a title before the
 * name or behind it, a given name in front of one or two more words, a family name's ending, and a summary that says what
 * the person does. A word for a body ("office", "v", "Group") makes it none.
 */
import type { Problem } from '../problem.ts';
import { at, type EntityFile, warn } from './common.ts';

const TITLE_BEFORE =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Hon|President|Prime Minister|Minister|Chancellor|Senator|Congress(?:wo)?man|Ambassador|Gen|Colonel|Col|Capt|Lt|Sgt|Judge|Sheikh|Herr|Frau|Monsieur|Madame|Mme|Señora?|Doña|Dott|Avv|Mgr|Gospodin|Gospođa|Ministar|Predsednik|Господин|Госпођа|Министр|Министар|Президент|Председник|Г-н|Г-жа)\.?\s+)+\p{Lu}\p{Ll}+(?:\s|$)/u;
const TITLE_BEHIND = /,?\s(?:PhD|Ph\.D\.|MD|MEP|KC|QC|Esq\.?|Jr\.?|Sr\.?|OBE|CBE)$/u;

/** A body, a case, a law or a thing is meant, whoever it is named after. */
const NO_PERSON =
  /\b(?:v|vs|versus|and|und|et|of|the|for|de la Nación)\b|&|\d|[()/:–—]|\b(?:Act|Law|Bill|Rule|Order|Decree|Case|Ruling|Judgment|Inc|Ltd|LLC|GmbH|AG|SA|Corp|Company|Group|Holding|Foundation|Stiftung|Fund|Trust|Institute|Institut|Center|Centre|Lab|Labs|Library|Museum|Prize|University|College|School|Hospital|Airport|Street|Station|Bridge|Project|Program|Programme|Systems?|Technolog\w*|Security|Software|Solutions?|Services?|Intelligence|Networks?|Media|News|Times|Partners|Capital|Associates|Court|Commission|Committee|Office|Department|Agency|Ministry|Police|Force|Union|Association|Watch|Rights|Papers|Files|Leaks)\b/u;

/** Given names that are no word, place or make of their own, from the languages the records are most about. */
const GIVEN_NAMES = new Set(
  `Aaron Adam Adrian Ahmad Ahmed Aleksandar Aleksandr Aleksei Alejandro Alex Alexander Alexandra Alexei Ali Alice Alison Amir Ana
  Anastasia Andreas Andrei Andrej Andrew Andrey Angela Anna Anne Anthony Antonio Barbara Benjamin Boris Branislav Brian Carlos
  Carmen Caroline Catherine Charles Christian Christopher Claudia Daniel Daniela David Dejan Diego Dimitri Dmitri Dmitry Donald
  Dragan Edward Ekaterina Elena Elizabeth Emily Emma Emmanuel Enrique Eric Erik Eva Fatima Fernando Francisco Frank Friedrich
  Gabriel George Giorgi Giorgio Giovanni Giuseppe Goran Hans Hassan Heinrich Helen Ian Ibrahim Igor Ilya Ines Ivan Ivana Jacob
  James Jan Jane Javier Jean Jelena Jennifer Jessica Joanna Johan Johannes John Jonathan Jorge Joseph Juan Julia Julian Karen
  Karl Katarina Katherine Kevin Khaled Kirill Klaus Krzysztof Laura Lucia Luis Luka Magdalena Manuel Margaret Maria Marija
  Mario Mark Markus Martin Mary Matthew Max Maximilian Michael Michel Miguel Mikhail Milan Milica Milos Miloš Mohamed Mohammad
  Mohammed Muhammad Mustafa Natalia Nebojsa Nebojša Nicholas Nicolas Nikola Nikolai Nikolay Oleg Olga Omar Patricia Patrick Paul
  Pavel Pedro Peter Petr Philip Pierre Piotr Rachel Rebecca Ricardo Richard Robert Roberto Roman Ronald Sandra Sarah Sebastian
  Sergei Sergey Simon Slobodan Sofia Sophie Stefan Stephen Steven Susan Svetlana Tal Tamara Tatiana Thomas Timothy Tomasz Umar Ursula
  Vladimir Viktor Volodymyr Walter Wilhelm William Xavier Yasmin Yuri Yusuf Zoran
  Александар Александр Алексей Андрей Борис Владимир Горан Дејан Дмитрий Драган Екатерина Елена Зоран Иван Игорь Јелена Марија
  Мария Милан Милица Михаил Наталья Небојша Никола Николай Олег Ольга Павел Сергей Слободан Татьяна Юрий`.split(
    /\s+/,
  ),
);
const TWO_OR_THREE =
  /^\p{Lu}[\p{Ll}’']+(?:[\s-](?:\p{Lu}\.|(?:van|von|der|den|de|da|di|del|la|bin|al|ben)\b|\p{Lu}[\p{L}’'-]+)){1,4}$/u;
/** Endings that are a family name's and nothing else's, behind a first word. */
const FAMILY_ENDING =
  /^\p{Lu}\p{Ll}+\s(?:\p{Lu}\.?\s)?\p{Lu}\p{Ll}+(?:ović|ević|ovic|evic|ić|enko|shvili|opoulos|opoulou|ović|евић|овић|ић|енко|швили|ович|евич)$/u;

const TRADES =
  'politician|journalist|reporter|lawyer|attorney|activist|businessman|businesswoman|entrepreneur|executive|minister|president|senator|mayor|judge|general|spy|hacker|dissident|blogger|whistleblower|researcher|professor|billionaire|oligarch|founder|chief executive|CEO';
/** "is a Serbian politician", or a summary that begins so: "Serbian politician and former minister." A body of such people is none. */
const IS_A_TRADE = new RegExp(
  `(?:\\b(?:is|was)\\s+(?:an?|the)\\s+|^(?:An?\\s+)?)(?:(?:former|retired|exiled|\\p{Lu}[\\p{L}-]+|\\p{Ll}+(?:-\\p{Ll}+)+)\\s+){0,3}(?:${TRADES})(?=$|[.,;:]|\\s(?:and|who|from|in|at|based|born|turned|of\\s\\p{Lu})\\b)`,
  'iu',
);

/** Kinds that are named after people: Robert Bosch is a company too, and a ruling bears a party's name. */
const NAMED_AFTER_PEOPLE: readonly string[] = ['vendor', 'product', 'ruling'];

export function persons(file: EntityFile): Problem[] {
  const { record } = file;
  const names: [string, PropertyKey[]][] = [
    [record.name, ['name']],
    ...record.aliases.map((alias, i): [string, PropertyKey[]] => [alias.text, ['aliases', i]]),
  ];
  const found = names.flatMap(([name, path]) => {
    if (NO_PERSON.test(name)) return [];
    const message = `${name} looks like a person`;
    if (TITLE_BEFORE.test(name) || TITLE_BEHIND.test(name)) return [person(at, file, path, message)];
    if (!isNamedLikeAPerson(name)) return [];
    return [person(NAMED_AFTER_PEOPLE.includes(record.kind) ? warn : at, file, path, message)];
  });
  const trade = IS_A_TRADE.exec(record.summary.en);
  return trade === null
    ? found
    : [...found, person(at, file, ['summary'], `“${trade[0].trim()}” is said of a person`)];
}

function isNamedLikeAPerson(name: string): boolean {
  const [first = ''] = name.split(/[\s-]/);
  return FAMILY_ENDING.test(name) || (GIVEN_NAMES.has(first) && TWO_OR_THREE.test(name));
}

function person(tell: typeof at, file: EntityFile, path: readonly PropertyKey[], message: string): Problem {
  return tell(
    file,
    path,
    'person',
    message,
    'remove it: people are named only in statements, in public roles',
  );
}
