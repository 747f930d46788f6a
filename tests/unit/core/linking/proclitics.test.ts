import { describe, expect, it } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { contracted, procliticsOf } from '../../../../src/core/linking/proclitics.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';

const linker = createLinker(
  aRelease({
    entities: [
      anEntity({ id: 'huawei' }),
      anEntity({ id: 'nso' }),
      anEntity({ id: 'centre' }),
      anEntity({ id: 'pegasus' }),
      anEntity({ id: 'authority' }),
      anEntity({ id: 'palantir' }),
    ],
    aliases: [
      anAlias({ entity: 'huawei', text: 'هواوي', lang: 'ar' }),
      anAlias({ entity: 'palantir', text: 'بالانتير', lang: 'ar' }),
      anAlias({ entity: 'nso', text: 'مجموعة إن إس أو', lang: 'ar' }),
      anAlias({ entity: 'nso', text: 'NSO', case: 'exact' }),
      anAlias({ entity: 'centre', text: 'المركز العربي', lang: 'ar' }),
      anAlias({ entity: 'pegasus', text: 'פגסוס', lang: 'he' }),
      anAlias({ entity: 'authority', text: 'הרשות להגנת הפרטיות', lang: 'he' }),
    ],
  }),
);

const ARABIC = (name: string) => `قالت الوزارة إن العقد ${name} لم يوقع بعد في المدينة.`;
const HEBREW = (name: string) => `המשרד הודיע כי ההסכם ${name} עדיין לא נחתם בעיר.`;

/** The words as they stand in the text, and what is to be marked of them. */
const found: [(name: string) => string, string, string, string][] = [
  [ARABIC, 'وهواوي', 'هواوي', 'huawei'],
  [ARABIC, 'لهواوي', 'هواوي', 'huawei'],
  [ARABIC, 'وبهواوي', 'هواوي', 'huawei'],
  [ARABIC, 'فكهواوي', 'هواوي', 'huawei'],
  [ARABIC, 'وَلِهواوي', 'هواوي', 'huawei'],
  [ARABIC, 'وبالانتير', 'بالانتير', 'palantir'],
  [ARABIC, 'ببالانتير', 'بالانتير', 'palantir'],
  [ARABIC, 'لمجموعة إن إس أو', 'مجموعة إن إس أو', 'nso'],
  [ARABIC, 'بالمركز العربي', 'المركز العربي', 'centre'],
  [ARABIC, 'للمركز العربي', 'للمركز العربي', 'centre'],
  [ARABIC, 'وللمركز العربي', 'للمركز العربي', 'centre'],
  [HEBREW, 'לפגסוס', 'פגסוס', 'pegasus'],
  [HEBREW, 'ושבפגסוס', 'פגסוס', 'pegasus'],
  [HEBREW, 'כשהפגסוס', 'פגסוס', 'pegasus'],
  [HEBREW, 'לNSO', 'NSO', 'nso'],
  [HEBREW, 'ל-NSO', 'NSO', 'nso'],
  [HEBREW, 'מהרשות להגנת הפרטיות', 'הרשות להגנת הפרטיות', 'authority'],
  [HEBREW, 'לרשות להגנת הפרטיות', 'לרשות להגנת הפרטיות', 'authority'],
  [HEBREW, 'ושברשות להגנת הפרטיות', 'ברשות להגנת הפרטיות', 'authority'],
];

const different: [(name: string) => string, string][] = [
  // The article and the verb's prefixes do not come off, nor does what stands in another order.
  [ARABIC, 'الهواوي'],
  [ARABIC, 'سهواوي'],
  [ARABIC, 'بوهواوي'],
  [ARABIC, 'لانتير'],
  // Letters behind the name make another word.
  [ARABIC, 'وهواويات'],
  [ARABIC, 'لمركز العربي'],
  [HEBREW, 'הופגסוס'],
  [HEBREW, 'לפגסוסים'],
  [HEBREW, 'רשות להגנת הפרטיות'],
];

describe('proclitics', () => {
  it.each(found)('%# %s', (frame, written, marked, entity) => {
    expect(link(linker, frame(written)).map((m) => [m.text, m.entity])).toEqual([[marked, entity]]);
  });

  it.each(different)('%# %s is another word', (frame, written) => {
    expect(link(linker, frame(written))).toEqual([]);
  });

  it('come off in texts of their language only', () => {
    const english = `The ministry said that the label on the box was ${'وهواوي'} and that it was not theirs.`;
    expect(link(linker, english)).toEqual([]);
    expect(procliticsOf('en')).toBe('');
  });

  it('spell out the forms in which an article is swallowed', () => {
    expect(contracted('اللجنه', 'ar')).toEqual(['للجنه']);
    expect(contracted('هواوي', 'ar')).toEqual([]);
    expect(contracted('הרשות', 'he')).toEqual(['ברשות', 'כרשות', 'לרשות']);
    expect(contracted('المركز', 'fa')).toEqual([]);
  });
});
