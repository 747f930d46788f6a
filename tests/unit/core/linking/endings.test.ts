import { describe, expect, it } from 'vitest';
import {
  allEndings,
  ENDING_INITIALS,
  endingInitials,
  endingsOf,
  MAX_AFFIX,
} from '../../../../src/core/linking/endings.ts';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { fold } from '../../../../src/core/text/fold.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';

const linker = createLinker(
  aRelease({
    entities: [
      anEntity({ id: 'huawei' }),
      anEntity({ id: 'hikvision' }),
      anEntity({ id: 'dahua' }),
      anEntity({ id: 'palantir' }),
      anEntity({ id: 'ministry' }),
      anEntity({ id: 'commissioner' }),
      anEntity({ id: 'pegasus' }),
      anEntity({ id: 'sorm' }),
    ],
    aliases: [
      anAlias({ entity: 'huawei', text: 'Huawei' }),
      anAlias({ entity: 'huawei', text: 'Huavej', lang: 'sr-Latn' }),
      anAlias({ entity: 'huawei', text: 'Хуавей', lang: 'ru' }),
      anAlias({ entity: 'hikvision', text: 'Hikvision' }),
      anAlias({ entity: 'dahua', text: 'Dahua' }),
      anAlias({ entity: 'palantir', text: 'Palantir' }),
      anAlias({ entity: 'ministry', text: 'Ministarstvo unutrašnjih poslova', lang: 'sr-Latn' }),
      anAlias({ entity: 'ministry', text: 'MUP', lang: 'sr-Latn', case: 'exact', inflect: false }),
      anAlias({ entity: 'commissioner', text: 'Opšta uredba o zaštiti podataka', lang: 'sr-Latn' }),
      anAlias({ entity: 'pegasus', text: 'Пегас', lang: 'ru' }),
      anAlias({ entity: 'pegasus', text: 'Pegasus' }),
      anAlias({ entity: 'palantir', text: 'Палантір', lang: 'uk' }),
      anAlias({ entity: 'sorm', text: 'СОРМ', lang: 'ru', case: 'exact' }),
      anAlias({ entity: 'commissioner', text: 'Αρχή Προστασίας Δεδομένων', lang: 'el' }),
      anAlias({ entity: 'pegasus', text: 'Πήγασος', lang: 'el' }),
    ],
  }),
);

/** Enough small words around the name for the language to be known. */
const FRAMES: Record<string, (name: string) => string> = {
  sr: (name) => `Policija je rekla da se na ulicama nalazi oprema koju su od ${name} kupili za grad.`,
  srCyrl: (name) =>
    `Полиција је рекла да се на улицама налази опрема коју су од ${name} купили за град, њихов љути џин.`,
  ru: (name) =>
    `Полиция сообщила, что закупила камеры у ${name}, и они были установлены в городе для безопасности.`,
  uk: (name) => `Поліція повідомила, що її камери були куплені в ${name} і встановлені в місті для безпеки.`,
  pl: (name) =>
    `Policja kupiła kamery od ${name}, które nie są w mieście, a jest to także po raz drugi przez rząd.`,
  cs: (name) =>
    `Policie koupila kamery od ${name}, které jsou ve městě, ale také se podle vlády při tom nic nestalo.`,
  de: (name) => `Die Polizei hat die Kameras von ${name} gekauft und sie sind nicht in der Stadt zu sehen.`,
  hu: (name) =>
    `A rendőrség szerint az új kamerák is ${name} készültek, és ez nem volt baj, de még meg kell nézni.`,
  tr: (name) =>
    `Polis bu kameraları ${name} satın aldı ve daha sonra şehir için çok para ödedi ama göre değil.`,
  fi: (name) =>
    `Poliisi on ostanut kamerat ja ne ovat ${name} mukaan hyviä, mutta se ei ole myös niin kuin oli.`,
  el: (name) => `Η αστυνομία δήλωσε ότι η υπόθεση ${name} δεν έχει κλείσει.`,
  en: (name) => `The police said that the cameras were bought from ${name} and that it was not for the city.`,
};

const declined: [string, string, string][] = [
  ['sr', 'Huaweija', 'huawei'],
  ['sr', 'Huawei-ja', 'huawei'],
  ['sr', 'Huaweijem', 'huawei'],
  ['sr', 'Huavejem', 'huawei'],
  ['sr', 'Hikvisionovih', 'hikvision'],
  ['sr', 'Dahue', 'dahua'],
  ['sr', 'Dahuine', 'dahua'],
  ['sr', 'Palantira', 'palantir'],
  ['sr', 'Ministarstva unutrašnjih poslova', 'ministry'],
  ['sr', 'MUP-a', 'ministry'],
  ['sr', 'Opštom uredbom o zaštiti podataka', 'commissioner'],
  ['srCyrl', 'Хуавеју', 'huawei'],
  ['srCyrl', 'Министарству унутрашњих послова', 'ministry'],
  ['srCyrl', 'МУП-у', 'ministry'],
  ['ru', 'Хуавею', 'huawei'],
  ['ru', 'Пегасом', 'pegasus'],
  ['ru', 'СОРМа', 'sorm'],
  ['ru', 'СОРМом', 'sorm'],
  ['uk', 'Хуавею', 'huawei'],
  ['uk', 'Палантіром', 'palantir'],
  ['pl', 'Palantira', 'palantir'],
  ['pl', 'Palantirze', 'palantir'],
  ['pl', 'Pegasusem', 'pegasus'],
  ['cs', 'Hikvisionu', 'hikvision'],
  ['cs', 'Palantirovou', 'palantir'],
  ['de', 'Palantirs', 'palantir'],
  ['hu', 'Huaweinek', 'huawei'],
  ['hu', 'Hikvisionnal', 'hikvision'],
  ['hu', 'Hikvisionos', 'hikvision'],
  ['hu', 'Hikvision-os', 'hikvision'],
  ['hu', 'Huaweis', 'huawei'],
  ['tr', 'Huawei’den', 'huawei'],
  ['tr', 'Huaweiden', 'huawei'],
  ['fi', 'Huawein', 'huawei'],
  ['fi', 'Dahuaan', 'dahua'],
  ['fi', 'Pegasuksen', 'pegasus'],
  ['fi', 'Pegasuksella', 'pegasus'],
  ['fi', 'Pegasusta', 'pegasus'],
  ['el', 'Αρχή Προστασίας Δεδομένων', 'commissioner'],
  ['el', 'ΑΡΧΗ ΠΡΟΣΤΑΣΙΑΣ ΔΕΔΟΜΕΝΩΝ', 'commissioner'],
  ['el', 'ΠΗΓΑΣΟΣ', 'pegasus'],
  ['en', 'Huawei’s', 'huawei'],
];

const different: [string, string][] = [
  ['en', 'Huaweija'],
  ['en', 'Palantirs'],
  ['sr', 'Palantirista'],
  ['sr', 'Hikvisionland'],
  ['de', 'Huaweifone'],
  ['sr', 'Dahu'],
  ['ru', 'Пегаска'],
  ['fi', 'Huaweiland'],
  // What takes the place of the -s does so in Finnish only, and nothing else does.
  ['fi', 'Pegasun'],
  ['fi', 'Pegasu'],
  ['sr', 'Pegasuksen'],
  ['hu', 'Huaweisok'],
  ['ru', 'СОРМовец'],
];

describe('endings', () => {
  it.each(declined)('in %s text, %s is %s', (language, name, entity) => {
    const text = FRAMES[language]?.(name) ?? '';
    expect(link(linker, text).map((m) => m.entity)).toEqual([entity]);
  });

  it.each(different)('in %s text, %s is another word', (language, name) => {
    expect(link(linker, FRAMES[language]?.(name) ?? '')).toEqual([]);
  });

  it('are those of the page, whatever language it quotes', () => {
    const quote =
      'The cameras of Hikvision were bought by the city, and that was not the first time for Huawei’s men.';
    const german = [FRAMES.de?.('Palantirs Geräten und'), `„${quote}“`, FRAMES.de?.('Hikvisions Werk')].join(
      '\n\n',
    );
    expect(link(linker, german).map((m) => m.text)).toEqual([
      'Palantirs',
      'Hikvision',
      'Huawei',
      'Hikvisions',
    ]);
    const english = [FRAMES.en?.('Palantir'), `“${FRAMES.de?.('Palantirs Leuten')}”`, quote].join('\n\n');
    expect(link(linker, english).map((m) => m.text)).toEqual(['Palantir', 'Hikvision', 'Huawei']);
  });

  it('keeps the ending inside the span, and an English possessive outside', () => {
    expect(link(linker, FRAMES.sr?.('Huaweija') ?? '')[0]?.text).toBe('Huaweija');
    expect(link(linker, FRAMES.en?.('Huawei’s') ?? '')[0]?.text).toBe('Huawei');
  });
});

it('has all endings folded, as the text is that they are compared with', () => {
  const { full, cut, afterS } = allEndings();
  expect(`${full} ${cut} ${afterS}`.split(' ').filter((ending) => fold(ending) !== ending)).toEqual([]);
});

it('has no ending and no proclitic that is longer than the matcher keeps', () => {
  const all = Object.values(allEndings()).flatMap((list: string) => list.split(' '));
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(({ length }) => length > MAX_AFFIX)).toEqual([]);
});

it('knows every unit that an ending begins with', () => {
  expect(ENDING_INITIALS).toBe(endingInitials());
});

// A page may declare any language.
it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
  'knows no endings of a language called %s',
  (code) => {
    expect(endingsOf(code)).toBeNull();
  },
);
