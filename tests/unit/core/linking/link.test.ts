import { describe, expect, it } from 'vitest';
import { createLinker, link } from '../../../../src/core/linking/link.ts';
import { anAlias, anEntity, aRelease } from '../../../helpers/builders.ts';

const linker = createLinker(
  aRelease({
    entities: [
      anEntity({ id: 'huawei', relations: [{ type: 'supplied-by', target: 'belgrade', sources: [] }] }),
      anEntity({ id: 'belgrade', kind: 'project' }),
      anEntity({ id: 'huawei-city', kind: 'product' }),
      anEntity({ id: 'share', kind: 'organisation' }),
      anEntity({ id: 'pegasus', kind: 'product' }),
      anEntity({ id: 'mercury-a' }),
      anEntity({ id: 'mercury-b' }),
      anEntity({ id: 'prism', kind: 'programme' }),
      anEntity({ id: 'paragon' }),
      anEntity({ id: 'graphite', kind: 'product' }),
      anEntity({ id: 'dsa', kind: 'law' }),
      anEntity({ id: 'pdpc', kind: 'organisation' }),
      anEntity({ id: 'dma', kind: 'law' }),
      anEntity({ id: 'commissioner', kind: 'authority' }),
      anEntity({ id: 'section-69', kind: 'law' }),
      anEntity({ id: 'article-19', kind: 'organisation' }),
      anEntity({ id: 'ruling-12', kind: 'ruling' }),
    ],
    aliases: [
      anAlias({ entity: 'huawei', text: 'Huawei', case: 'any' }),
      anAlias({ entity: 'huawei', text: '华为' }),
      anAlias({ entity: 'belgrade', text: 'Safe City', needs: [['cue:serbia']] }),
      anAlias({ entity: 'huawei-city', text: 'Huawei Safe City' }),
      anAlias({ entity: 'share', text: 'Share Foundation' }),
      anAlias({ entity: 'share', text: 'Share', full: false, needs: [['first-full-name']] }),
      anAlias({
        entity: 'pegasus',
        text: 'Pegasus',
        needs: [['cue:spyware']],
        never: ['airline', 'flight', 'Pegasus Square', 'gas'],
        scope: 'paragraph',
      }),
      anAlias({ entity: 'mercury-a', text: 'Mercury', needs: [['cue:spyware']] }),
      anAlias({ entity: 'mercury-b', text: 'Mercury', needs: [['cue:spyware']] }),
      anAlias({ entity: 'paragon', text: 'Paragon', needs: [['entity:graphite', 'first-full-name']] }),
      anAlias({ entity: 'graphite', text: 'Graphite', needs: [['entity:paragon']] }),
      anAlias({ entity: 'dsa', text: 'DSA', case: 'exact', needs: [['cue:eu']] }),
      anAlias({ entity: 'pdpc', text: 'PDPC', case: 'exact', needs: [['cue:thailand']] }),
      anAlias({ entity: 'dma', text: 'Digital Markets Act' }),
      anAlias({ entity: 'dma', text: 'DMA', case: 'exact', full: false, needs: [['cue:eu']] }),
      anAlias({
        entity: 'commissioner',
        text: 'Commission for Private Data',
        full: false,
        needs: [['cue:serbia']],
      }),
      anAlias({ entity: 'commissioner', text: 'CPD', case: 'exact', full: false, needs: [['cue:thailand']] }),
      anAlias({ entity: 'section-69', text: 'Section 69' }),
      anAlias({ entity: 'section-69', text: 'Camera Act', needs: [['cue:serbia']], never: ['Australia'] }),
      anAlias({ entity: 'article-19', text: 'Article 19' }),
      anAlias({ entity: 'ruling-12', text: 'Ruling 12' }),
      anAlias({ entity: 'prism', text: 'PRISM', case: 'exact', needs: [['entity:huawei', 'cue:spyware']] }),
    ],
    cues: [
      { id: 'serbia', words: { en: ['Serbia', 'Belgrade'] } },
      { id: 'spyware', words: { en: ['spyware'] } },
      { id: 'eu', words: { en: ['EU', 'European Union'] } },
      { id: 'thailand', words: { en: ['Thailand', 'PDPC'] } },
    ],
  }),
);

const marked = (text: string) => link(linker, text, 'en').map((m) => `${m.text}=${m.entity}`);

const cases: [string, string, string[]][] = [
  ['leaves the possessive outside', 'Huawei’s cameras and HUAWEI phones', ['Huawei=huawei', 'HUAWEI=huawei']],
  [
    'spots across a no-break space, soft hyphen and line break',
    'Hua\u00adwei in the Share\nFoundation',
    ['Hua\u00adwei=huawei', 'Share\nFoundation=share'],
  ],
  ['does not join words of two paragraphs', 'We share. Share\n\nFoundation', []],
  [
    'a short name stands for the full one that comes further on in its sentence',
    'Share, that is the Share Foundation, said so. It said Share.',
    ['Share=share', 'Share Foundation=share', 'Share=share'],
  ],
  [
    'marks the short name of a headline, whose full one comes further on',
    'Share warns of cameras\n\nThe Share Foundation said so. Share said.',
    ['Share=share', 'Share Foundation=share', 'Share=share'],
  ],
  ['marks no short name without the full one', 'Share fell. It said Share.', []],
  [
    'lets names that ask for each other support each other in one sentence',
    'Paragon made Graphite.\n\nParagon said so.',
    ['Paragon=paragon', 'Graphite=graphite', 'Paragon=paragon'],
  ],
  ['but not in two sentences', 'Paragon was there. Graphite is a mineral.', []],
  ['nor where only one asks for the other', 'A prism, PRISM, Mercury and Graphite.', []],
  ['takes no name for its own proof, wherever it stands again', 'The PDPC met. The PDPC said.', []],
  ['but takes the rest of its cue', 'In Thailand the PDPC met.', ['PDPC=pdpc']],
  ['is no part of another name', 'Old spyware was shown at the Pegasus Theatre yesterday.', []],
  ['is no surname', 'The old spyware was sold by Jim Pegasus yesterday.', []],
  [
    'is a name beside the first word of a sentence, a word it asks for, and what names a company',
    'Old Pegasus spyware was found there. Israeli Spyware Pegasus was bought there. The spyware of Pegasus Solutions was old.',
    ['Pegasus=pegasus', 'Pegasus=pegasus', 'Pegasus=pegasus'],
  ],
  [
    'is a name in a headline that writes all words with capitals',
    'Spyware Makers Sold Pegasus Licences Despite Warnings',
    ['Pegasus=pegasus'],
  ],
  [
    'is a name beside any capitalised word where the same name is surely one on the page',
    'The spyware Pegasus was sold.\n\nThe spyware of Jim Pegasus was old.',
    ['Pegasus=pegasus', 'Pegasus=pegasus'],
  ],
  [
    'takes nothing from far away where the same name means something else on the page',
    'In Serbia.\n\nThe Camera Act of Australia is new.\n\nThe Camera Act.',
    [],
  ],
  [
    'unless it surely means this one as well',
    'Serbia has a Camera Act.\n\nThe Camera Act of Australia is new.\n\nThe Camera Act.',
    ['Camera Act=section-69', 'Camera Act=section-69'],
  ],
  [
    'is what the text says it is, the abbreviation in brackets and all others of it',
    'The DMA came late. The Digital Markets Act (DMA) is a law.\n\nThe DMA is new.',
    ['DMA=dma', 'Digital Markets Act=dma', 'DMA=dma', 'DMA=dma'],
  ],
  ['but only where the long name is accepted itself', 'The Commission for Private Data (CPD) met.', []],
  [
    'is not what the text says is something else, whatever stands around it',
    'The EU looked at the Disaster Management Act, 2005 (DMA). In the EU the DMA is unknown.',
    [],
  ],
  [
    'is not where both stand on a page, in the brackets of the other',
    'The EU has the Digital Markets Act. India has the Disaster Management Act (DMA).',
    ['Digital Markets Act=dma'],
  ],
  [
    'is not in other brackets either',
    'The EU knows the Disaster Management Act (the “DMA”) and the Disaster Management Act (DMA; 2005).',
    [],
  ],
  [
    'takes no words of other sentences for a definition',
    'The EU met David. Mary sang. All came (DMA).',
    ['DMA=dma'],
  ],
  [
    'is its own where the long name is a slip or a translation',
    'The EU wrote the Digital Market Act (DMA). In the EU the DMA is known.',
    ['DMA=dma', 'DMA=dma'],
  ],
  [
    'is its own where the same letters say what its only name was made of',
    'The spyware Program Run In Secret Mode (PRISM) is old.',
    ['PRISM=prism'],
  ],
  [
    'is another section of a law',
    'Section 69-A, Section 69-a and Section 69',
    ['Section 69=section-69', 'Section 69=section-69'],
  ],
  [
    'is a ruling with its year or paragraph',
    'Ruling 12 (2018), Ruling 12 (1)',
    ['Ruling 12=ruling-12', 'Ruling 12=ruling-12'],
  ],
  ['is a group with a year', 'The group Article 19 (2021)', ['Article 19=article-19']],
  [
    'is a paragraph of a law, not what has its name',
    'Section 69(1), Article 19(2) and Article 19 (the organisation)',
    ['Section 69=section-69', 'Article 19=article-19'],
  ],
  [
    'keeps a name of which only the first word is small, where something supports it',
    'Serbia has a camera Act. Serbia has a camera act.',
    ['camera Act=section-69'],
  ],
  [
    'but no two everyday words that meet at a capital',
    'They share. A vote on share Foundation, share — Foundation and share\nFoundation.',
    [],
  ],
  ['stands behind an initial', 'K.S.Huawei, x.Huawei', ['Huawei=huawei']],
  [
    'never marks the verb or a market share',
    'The Share Foundation will share its share.',
    ['Share Foundation=share'],
  ],
  ['needs its cue', 'The Safe City project', []],
  [
    'takes its cue from anywhere on the page by default',
    'In Serbia.\n\nThe Safe City project',
    ['Safe City=belgrade'],
  ],
  ['prefers the longest name', 'Huawei Safe City in Serbia', ['Huawei Safe City=huawei-city']],
  ['keeps to the alias’s scope', 'Pegasus won.\n\nThe spyware spread.', []],
  ['is ruled out by a veto in the sentence', 'The spyware rose. A Pegasus flight landed.', []],
  ['is ruled out by a veto that goes on around it', 'The spyware rose. They met at Pegasus Square.', []],
  [
    'is not ruled out by a veto that is only part of it',
    'The spyware Pegasus was sold.',
    ['Pegasus=pegasus'],
  ],
  [
    'is marked where the veto is in another sentence',
    'A flight landed. Pegasus spyware spread.',
    ['Pegasus=pegasus'],
  ],
  ['drops what cannot be told apart', 'Mercury is spyware.', []],
  ['asks for exact letters', 'Huawei and a prism, Prism or PRISM', ['Huawei=huawei', 'PRISM=prism']],
  [
    'takes letters of full width for the letters that they are',
    'Huawei and ＰＲＩＳＭ, not Ｐｒｉｓｍ',
    ['Huawei=huawei', 'ＰＲＩＳＭ=prism'],
  ],
  [
    'does not match inside addresses and handles',
    'huawei.com, @Huawei, mail huawei@example.org, Huawei.',
    ['Huawei=huawei'],
  ],
  ['does not match inside longer words', 'Huaweicloud xHuawei Huawei2', []],
  ['finds Chinese names without spaces', '中国华为公司', ['华为=huawei']],
];

describe('link', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('says why, including the reading it rejected', () => {
    const [mention] = link(linker, 'Huawei Safe City in Serbia');
    expect(mention?.why).toContainEqual(
      expect.objectContaining({ type: 'rejected', entity: 'belgrade', because: 'inside-longer-name' }),
    );
    const [pegasus] = link(linker, 'Pegasus spyware');
    expect(pegasus?.why).toContainEqual({
      type: 'cue',
      cue: 'spyware',
      word: 'spyware',
      scope: 'sentence',
      points: 1.5,
    });
  });

  it('takes empty text, and text without a letter', () => {
    expect(marked('')).toEqual([]);
    expect(marked('\ud83d \u00ad … 。')).toEqual([]);
  });
});
