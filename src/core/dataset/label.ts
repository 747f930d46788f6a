/**
 * What a reader may call a dataset they add. The label is all that tells its cards from those of the core dataset, so none may
 * read like the core's name, like a word for it in any language of the interface, or like another dataset's label.
 */
import { letterTwins, skeleton } from '../text/skeleton.ts';
import { withoutJoints } from './inert.ts';

/** `label-unreadable`: without letters or digits, or with signs that nobody sees. `label-reserved`: passes for the core's. */
export type LabelProblem = 'label-unreadable' | 'label-reserved' | 'name-taken';

const OURS = ['Sidelight', 'Сайдлайт', 'Сајдлајт', 'Sajdlajt'];

/** By language of the interface: words for a core, and what may stand beside them ("Core", "Official list"). */
export const CORE_WORDS: Readonly<Record<string, { readonly core: string; readonly list: string }>> = {
  en: {
    core: 'core,main,official,original,bundled,built-in,default',
    list: 'list,dataset,data,entries,database',
  },
  sr: {
    core: 'језгро,основни,основна,основно,главни,главна,званични,званична,званично,уграђени,уграђена',
    list: 'списак,листа,скуп,скуп података,подаци,база',
  },
  'sr-Latn': {
    core: 'jezgro,osnovni,osnovna,osnovno,glavni,glavna,zvanični,zvanična,zvanično,ugrađeni,ugrađena',
    list: 'spisak,lista,skup,skup podataka,podaci,baza',
  },
  de: {
    core: 'kern,haupt,grund,offiziell,offizielle,offizieller,offizielles,mitgeliefert,mitgelieferte,mitgelieferter',
    list: 'liste,datensatz,daten,datenbank',
  },
  fr: {
    core: 'noyau,central,centrale,principal,principale,officiel,officielle,officielles,de base,intégré',
    list: 'liste,jeu de données,données,base,base de données',
  },
  es: {
    core: 'núcleo,central,principal,oficial,oficiales,básico,básica,base,integrado',
    list: 'lista,conjunto,conjunto de datos,datos,base de datos',
  },
  ru: {
    core: 'ядро,основной,основная,основные,главный,главная,главные,официальный,официальная,официальные,встроенный',
    list: 'список,набор,набор данных,данные,база,база данных',
  },
  'zh-CN': {
    core: '核心,主,主要,官方,默认,内置,核心的,官方的',
    list: '列表,名单,清单,数据集,数据,数据库,數據集,資料集',
  },
};

/** Controls, signs without width, direction marks (all format characters), and blanks that count as letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/u;
/** Accents heaped up reach into the lines above and below. */
const HEAP = /\p{M}{4,}/u;

/** As it is kept and shown: one space where there were several, none at the ends. */
export function plainLabel(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What is wrong with a label, or null. `others` are the labels of the other datasets. */
export function labelProblem(typed: string, others: readonly string[]): LabelProblem | null {
  const label = plainLabel(typed);
  const look = skeleton(label);
  if (look === '' || UNSEEN.test(withoutJoints(label)) || HEAP.test(label)) return 'label-unreadable';
  if (OURS.some((name) => look.includes(skeleton(name))) || isReserved(label)) return 'label-reserved';
  return others.some((other) => skeleton(other) === look) ? 'name-taken' : null;
}

/** Letter by letter, or with its pairs taken for a letter ("rnain" for "main"). Not the other way round: "Kem" is a name. */
function isReserved(label: string): boolean {
  return reserved().has(letterTwins(label)) || reserved().has(skeleton(label));
}

let looks: ReadonlySet<string> | null = null;

/** Letters of what stands for the core, alone and beside a word for list, in either order. Made when first asked for. */
function reserved(): ReadonlySet<string> {
  looks ??= new Set(
    Object.values(CORE_WORDS).flatMap(({ core, list }) =>
      core
        .split(',')
        .flatMap((word) => [word, ...list.split(',').flatMap((noun) => [word + noun, noun + word])])
        .flatMap((phrase) => [letterTwins(phrase), letterTwins(`the${phrase}`)]),
    ),
  );
  return looks;
}
