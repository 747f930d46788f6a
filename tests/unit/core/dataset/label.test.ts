import { describe, expect, it } from 'vitest';
import { CORE_WORDS, labelProblem, plainLabel } from '../../../../src/core/dataset/label.ts';
import { LANGUAGES } from '../../../../src/core/words/languages.ts';

const others = ['Sidelight', 'A newsroom', 'Вести'];

describe('what a label may be', () => {
  it.each([
    'News',
    'Encore News',
    'Main Street Reporters',
    'Official Journal watch',
    'Вести недеље',
    'صحافیان می‌نویسند',
    'עיתון',
    '新闻室',
    'प्रेस',
    '📰 News & Data, 2026',
    'Łódź Daily',
    'ශ්\u200dරී ලංකා',
    'News 👩\u200d💻',
    'Kem',
    'Kem Daten',
  ])('%j is one', (label) => {
    expect(labelProblem(label, others)).toBeNull();
  });

  it.each([
    ['only spaces', ' \u00a0\u3000 '],
    ['no letters', '📰✨'],
    ['only signs', '—…!'],
    ['a blank that counts as a letter', '\u3164'],
    ['text turned around', '\u202ethgiledis'],
    ['an isolate', '\u2066News\u2069'],
    ['a direction mark', 'News\u200f'],
    ['a space without width', 'Ne\u200bws'],
    ['a joiner among Latin letters', 'Ne\u200cws'],
    ['a soft hyphen', 'Ne\u00adws'],
    ['tags', 'News\u{e0041}'],
    ['a control', 'Ne\u0007ws'],
    ['heaped accents', 'Ne\u0301\u0302\u0303\u0304\u0305ws'],
  ])('%s is none', (_, label) => {
    expect(labelProblem(label, others)).toBe('label-unreadable');
  });

  it.each([
    'Sidelight',
    'sidelight.',
    'Sidelight – official',
    'The Sidelight Core',
    'Ѕidelight',
    'SideIight',
    'Ѕіԁеlіɡһt',
    'Сайдлайт',
    'Core',
    'THE CORE LIST',
    'Соre',
    'Cοre dataset',
    'Dataset: core',
    '✅ Official',
    'Kern',
    'rnain',
    'Kerndatensatz',
    'Offizielle Liste',
    'Liste officielle',
    'Jeu de données principal',
    'Conjunto de datos oficial',
    'Nucleo',
    'Ядро',
    'Официальный список',
    'Званични списак',
    'Zvanicni spisak',
    'Jezgro',
    '核心数据集',
    '官方',
  ])('%j passes for the core dataset', (label) => {
    expect(labelProblem(label, [])).toBe('label-reserved');
  });

  it.each(['A NEWSROOM', 'A  newsroom.', 'А nеwѕrооm', 'Anewsroorn', 'Beсти', 'Bести'])(
    '%j is another dataset’s',
    (label) => {
      expect(labelProblem(label, others)).toBe('name-taken');
    },
  );

  it('has words for the core in every language of the interface', () => {
    expect(Object.keys(CORE_WORDS).sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  it('is kept without spaces that nobody sees', () => {
    expect(plainLabel('  A \u00a0 news\u3000room ')).toBe('A news room');
  });
});
