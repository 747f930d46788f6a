import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBySentence } from '../../../../src/core/dataset/ranking.ts';
import { aCardStatement } from '../../../helpers/builders.ts';
import { aCard } from '../../ui/a-card.ts';

const said = (id: string, text: string, over = {}) => aCardStatement({ id, text: { en: text }, ...over });
const card = aCard({
  statements: [
    said('square/deleted', 'The company deleted its case study on Square Watch from its website.', {
      event: '2019-10',
    }),
    said('square/cameras', 'Police planned 1,000 cameras at 800 places.', { event: '2018' }),
    said('square/law', 'The ministry withdrew the draft law on video surveillance.', { event: '2021-09' }),
  ],
});
const rank = (
  sentence: string,
  entities: { id: string; words: string }[] = [],
  linked = [] as (typeof card)[],
) => rankBySentence(card, linked, { sentence, entities }, { limit: 3 });

describe('rankBySentence', () => {
  it.each([
    ['The now-deleted case study on Square Watch boasted of 230 cities.', 'square/deleted'],
    ['It means 1,000 high-definition cameras in 800 places, police said.', 'square/cameras'],
    ['In 2021 a draft law was withdrawn after protests.', 'square/law'],
  ])('%s', (sentence, expected) => {
    expect(rank(sentence)[0]?.statement.id).toBe(expected);
  });

  it('says what is shared, as the sentence writes it', () => {
    expect(rank('The now-deleted Case Study is gone.')[0]?.shared).toEqual(['deleted', 'Case', 'Study']);
  });

  it('shows nothing when nothing is near, and nothing for the name alone', () => {
    expect(rank('Weather stays fine on the coast.')).toEqual([]);
    expect(rank('Square Watch again.', [{ id: 'square', words: 'Square Watch' }])).toEqual([]);
  });

  it('lets statements of linked entities in, with whose they are', () => {
    const linked = aCard({
      id: 'study',
      name: 'The Study',
      statements: [said('study/cities', 'The deleted study claimed 230 cities and 90 governments.')],
    });
    const [first] = rank('The deleted study spoke of 230 cities and ninety governments.', [], [linked]);
    expect([first?.statement.id, first?.from?.id]).toEqual(['study/cities', 'study']);
  });

  it('puts what a linked entity did here before what it did somewhere else', () => {
    const text = 'A case study described the network.';
    const linked = aCard({
      id: 'acme',
      name: 'Acme',
      statements: [
        said('acme/elsewhere', text, { about: ['acme', 'other-square'] }),
        said('acme/here', text, { about: ['acme', 'square'] }),
      ],
    });
    const found = rank('Its case study described a whole network of cameras.', [], [linked]);
    expect(found[0]?.statement.id).toBe('acme/here');
  });

  it('puts two words side by side before the same words apart', () => {
    const two = aCard({
      statements: [
        said('a/apart', 'In this case the police began a study of cameras.'),
        said('a/together', 'The police began a case study of cameras.'),
      ],
    });
    const context = { sentence: 'It was published as a case study.', entities: [] };
    expect(rankBySentence(two, [], context, { limit: 2 }).map(({ statement }) => statement.id)).toEqual([
      'a/together',
      'a/apart',
    ]);
  });

  it('puts two words that are shared before a single one that is rarer', () => {
    const card = aCard({
      statements: [
        said('a/one', 'The paper gave more details of the cameras.', { about: ['square', 'acme'] }),
        said('a/two', 'A study of that case was published.', { about: ['square', 'acme'] }),
        ...Array.from({ length: 12 }, (_, i) => said(`a/${i}`, 'Another study, another case.')),
      ],
    });
    const context = {
      sentence: 'Acme described it, with some details, as a case study.',
      entities: [{ id: 'acme', words: 'Acme' }],
    };
    expect(rankBySentence(card, [], context, { limit: 1 })[0]?.statement.id).toBe('a/two');
  });

  it('counts another entity of the sentence as shared', () => {
    const about = aCard({
      statements: [
        said('a/1', 'Cameras were sold.', { about: ['square', 'acme'] }),
        said('a/2', 'Cameras were seen.'),
      ],
    });
    const context = { sentence: 'Acme sold cameras.', entities: [{ id: 'acme', words: 'Acme' }] };
    const [first, second] = rankBySentence(about, [], context, { limit: 3 });
    expect([first?.statement.id, first?.entities, second]).toEqual(['a/1', ['Acme'], undefined]);
  });

  it('counts an entity that the statement only names, in the words of the page or of the dataset', () => {
    const about = aCard({
      statements: [
        said('a/listed', 'The commerce ministry put it on the Entity List.', { event: '2019-10-07' }),
        said('a/other', 'The ministry bought cameras.', { event: '2019-03' }),
      ],
    });
    const list = { id: 'entity-list', words: 'Entity List' };
    const inEnglish = { sentence: 'It was put on the Entity List in October 2019.', entities: [list] };
    const inGerman = {
      sentence: 'Seit 2019 steht es auf der schwarzen Liste.',
      entities: [{ ...list, words: 'schwarzen Liste' }],
    };
    const first = (context: typeof inEnglish, linked: (typeof card)[] = []) =>
      rankBySentence(about, linked, context, { limit: 1 })[0];
    expect(first(inEnglish)?.statement.id).toBe('a/listed');
    expect(first(inEnglish)?.entities).toEqual(['Entity List']);
    expect(first(inGerman)).toBeUndefined();
    const named = aCard({ id: 'entity-list', name: 'Entity List', statements: [] });
    expect(first(inGerman, [named])?.statement.id).toBe('a/listed');
  });

  it('takes two other entities of the sentence for enough, in whatever language it is', () => {
    const about = aCard({
      statements: [
        said('a/both', 'They signed in the city.', { about: ['square', 'acme', 'ministry'] }),
        said('a/one', 'They met in the city.', { about: ['square', 'acme'] }),
      ],
    });
    const entities = [
      { id: 'acme', words: 'Акме' },
      { id: 'ministry', words: 'МУП' },
    ];
    const found = rankBySentence(about, [], { sentence: 'МУП и Акме су потписали.', entities }, { limit: 3 });
    expect(found.map(({ statement }) => statement.id)).toEqual(['a/both']);
  });

  it('never gives more than asked for, nothing twice, and the same for any order of statements', () => {
    const words = fc.array(fc.constantFrom('camera', 'police', 'deleted', 'study', 'draft', 'ministry'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), words, fc.nat(4), (texts, sentence, limit) => {
        const statements = texts.map((text, i) => said(`square/${i}`, text.join(' ')));
        const context = { sentence: sentence.join(' '), entities: [] };
        const ids = (list: typeof statements) =>
          rankBySentence(aCard({ statements: list }), [], context, { limit }).map(({ score }) =>
            score.toFixed(6),
          );
        const ranked = ids(statements);
        expect(ranked.length).toBeLessThanOrEqual(limit);
        expect(ids([...statements].reverse())).toEqual(ranked);
      }),
    );
  });
});
