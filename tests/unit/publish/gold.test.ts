import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../src/core/linking/link.ts';
import { describeScore } from '../../../src/publish/gold/describe.ts';
import { belowFloors } from '../../../src/publish/gold/floors.ts';
import { type GoldItem, type GoldKind, parseMarkedText } from '../../../src/publish/gold/labels.ts';
import { percent } from '../../../src/publish/gold/percent.ts';
import { type Mark, markGold, scoreGold } from '../../../src/publish/gold/score.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';

const item = (marked: string, kind: GoldKind = 'sentence', lang = 'en', id = marked): GoldItem => ({
  id,
  kind,
  lang,
  ...parseMarkedText(marked),
});

/** Marks where `words` stand in the item's text for the first time. */
const mark = ({ text }: GoldItem, words: string, entity: string): Mark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, entity, text: words };
};

describe('parseMarkedText', () => {
  it.each([
    ['no label', 'no label', []],
    ['[[acme|Acme]]', 'Acme', [['acme', 'Acme', 0, 4]]],
    ["a [[acme|Acme]]'s b", "a Acme's b", [['acme', 'Acme', 2, 6]]],
    [
      '🎥 [[acme|Акмеа]] и [[big-co|Big Co.]]',
      '🎥 Акмеа и Big Co.',
      [
        ['acme', 'Акмеа', 3, 8],
        ['big-co', 'Big Co.', 11, 18],
      ],
    ],
    [
      '[[acme|A]][[acme|B]] [c] | d',
      'AB [c] | d',
      [
        ['acme', 'A', 0, 1],
        ['acme', 'B', 1, 2],
      ],
    ],
  ])('takes the labels out of %j', (marked, text, mentions) => {
    const parsed = parseMarkedText(marked);
    expect(parsed.text).toBe(text);
    expect(parsed.mentions.map((m) => [m.entity, m.text, m.start, m.end])).toEqual(mentions);
    for (const m of parsed.mentions) expect(parsed.text.slice(m.start, m.end)).toBe(m.text);
  });

  it.each([
    '[[acme]]',
    '[[acme|]]',
    '[[acme|Acme',
    'Acme]]',
    '[[Acme Vision|Acme]]',
    '[[a|b|c]]',
    '[[a|[[b|c]]]]',
  ])('refuses %j', (marked) => {
    expect(() => parseMarkedText(marked)).toThrow('not a label');
  });
});

describe('scoreGold', () => {
  const one = item('Cameras of [[acme|Acme]] and [[bolt|Bolt]].');

  it('counts what is right, missed and wrong', () => {
    const score = scoreGold([{ item: one, marks: [mark(one, 'Acme', 'acme'), mark(one, 'Cameras', 'cam')] }]);
    expect(score.overall).toMatchObject({
      right: 1,
      missed: 1,
      wrong: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
    });
    expect(score.misses).toMatchObject([{ entity: 'bolt', context: '…Cameras of Acme and [Bolt].…' }]);
    expect(score.wrongMarks).toMatchObject([{ entity: 'cam', text: 'Cameras' }]);
    expect([score.texts, score.words, score.wrongPer10kWords]).toEqual([1, 5, 2000]);
  });

  it('takes a mark of other words or of another entity for wrong, and its mention for missed', () => {
    const marks = [mark(one, 'of Acme', 'acme'), mark(one, 'Bolt', 'acme')];
    expect(scoreGold([{ item: one, marks }]).overall).toMatchObject({ right: 0, missed: 2, wrong: 2 });
  });

  it('passes a trap in which nothing is marked but what is labelled', () => {
    const trap = item('[[acme|Acme]] sells a ring.', 'trap', 'en', 'ring-1');
    const plain = item('The ring is gold.', 'trap', 'de', 'ring-2');
    const score = scoreGold([
      { item: trap, marks: [mark(trap, 'Acme', 'acme')] },
      { item: plain, marks: [mark(plain, 'ring', 'ring')] },
    ]);
    expect(score.traps).toEqual({ total: 2, passed: 1, failed: ['ring-2'] });
    expect(score.byLanguage.en?.traps).toEqual({ total: 1, passed: 1, failed: [] });
  });

  it('groups by language, by kind and by name', () => {
    const two = item('[[acme|Acmea]] nema.', 'sentence', 'sr-Latn');
    const score = scoreGold(
      [
        { item: one, marks: [mark(one, 'Acme', 'acme'), mark(one, 'Bolt', 'bolt')] },
        { item: two, marks: [] },
      ],
      { acme: 'vendor', bolt: 'product' },
    );
    expect(score.byLanguage['sr-Latn']).toMatchObject({ recall: 0, precision: 1 });
    expect(Object.keys(score.byKind)).toEqual(['product', 'vendor']);
    expect(score.byName.acme).toEqual({
      Acme: { right: 1, missed: 0, wrong: 0 },
      Acmea: { right: 0, missed: 1, wrong: 0 },
    });
  });

  it('finds nothing wrong with nothing', () => {
    const score = scoreGold([]);
    expect(score.overall).toMatchObject({ precision: 1, recall: 1 });
    expect([score.wrongPer10kWords, belowFloors(score)]).toEqual([0, []]);
  });

  it('counts two Chinese characters as a word', () => {
    expect(scoreGold([{ item: item('委员会讨论了5G', 'sentence', 'zh'), marks: [] }]).words).toBe(4);
  });
});

describe('belowFloors', () => {
  const mention = (found: boolean, lang: string) => {
    const text = item('[[acme|Acme]]', 'sentence', lang);
    return { item: text, marks: found ? [mark(text, 'Acme', 'acme')] : [] };
  };
  const some = (count: number, found: boolean, lang: string) =>
    Array.from({ length: count }, () => mention(found, lang));

  it('asks every language for its own recall, but only when it has enough mentions', () => {
    const few = scoreGold([...some(200, true, 'en'), ...some(5, true, 'fi'), ...some(2, false, 'fi')]);
    expect(belowFloors(few)).toEqual([]);
    const enough = scoreGold([...some(200, true, 'en'), ...some(6, true, 'fi'), ...some(2, false, 'fi')]);
    expect(belowFloors(enough)).toEqual(['recall in fi is 75.0 %, below 90.0 %']);
  });

  it('asks every language for its own precision', () => {
    const text = item('Acme', 'sentence', 'fi');
    const wrong = { item: text, marks: [mark(text, 'Acme', 'acme')] };
    const score = scoreGold([...some(200, true, 'en'), ...some(9, true, 'fi'), wrong]);
    expect(belowFloors(score)).toEqual(['precision in fi is 90.0 %, below 98.0 %']);
  });

  it('says what is too low, and the description lists what was missed', () => {
    const score = scoreGold(some(3, false, 'en'));
    expect(belowFloors(score)).toEqual(['recall is 0.0 %, below 95.0 %']);
    expect(describeScore(score)).toMatch(/recall is 0\.0 %, below 95\.0 %\n\nmissed\n {2}\[\[acme/);
  });
});

describe('percent', () => {
  it.each([
    [1, '100.0 %'],
    [0.9999, '99.9 %'],
    [0.29, '29.0 %'],
    [0, '0.0 %'],
  ])('cuts %d to %s', (value, shown) => {
    expect(percent(value)).toBe(shown);
  });
});

describe('markGold', () => {
  it('gives the engine each text with its language', () => {
    const release = aRelease({
      entities: [anEntity({ id: 'huawei', name: 'Huawei' })],
      aliases: [anAlias({ entity: 'huawei', text: 'Huawei' })],
    });
    const items = [item('Ponuda [[huawei|Huaweija]].', 'sentence', 'sr-Latn'), item('Huaweija', 'trap')];
    expect(scoreGold(markGold(createLinker(release), items))).toMatchObject({
      overall: { right: 1, missed: 0, wrong: 0 },
      traps: { passed: 1 },
    });
  });
});
