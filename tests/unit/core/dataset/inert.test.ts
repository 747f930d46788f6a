/** Known-bad text and addresses, in a release of somebody's own: none of it gets as far as a card. */
import { describe, expect, it } from 'vitest';
import { addressProblem, hidesSomething, textProblem } from '../../../../src/core/dataset/inert.ts';
import { type Release, releaseSchema } from '../../../../src/core/dataset/release.ts';
import { anEntity, aRelease, aStatement } from '../../../helpers/builders.ts';

const BAD_TEXT = [
  'live \u202eevil',
  '\u2066isolated\u2069',
  'می\u200c\u200cنویسند',
  'a \u200cم',
  'zero\u200bwidth',
  'joi\u200dner',
  'soft\u00adhyphen',
  'byte order\ufeff',
  'nul\u0000',
  'bell\u0007',
  'tag\u{e0041}',
  'half \ud83d of one',
  'Caf\ufffd',
  '<script>alert(1)</script>',
  'an <img src=x onerror=alert(1)>',
  'an <IMG/SRC=x>',
  'a <b>word</b',
  'closed</p>',
  'a <a href="https://evil.example">link</a>',
  '<svg onload=alert(1)>',
  '<!-- hidden -->',
];
const GOOD_TEXT = [
  'گزارشگران می\u200cنویسند',
  'فایل PDF\u200cها',
  'ශ්\u200dරී ලංකා',
  'അവന്\u200d വന്നു',
  'क्\u200dष',
  'הארץ\u200e (NSO)',
  'قانون\u200f (۲۰۲۴)',
  '👩\u200d💻 at work, 🏳️\u200d🌈',
  'a<b',
  'a < b and c > d',
  '<AI 기본법> 통과',
];
const BAD_ADDRESSES = [
  'https://news.example/\u202elmth.live',
  'https://news.example/a\u200bb',
  'https://bank.example@evil.example/',
  'https://evil.example/\u2066a\u2069',
  'javascript:alert(1)',
  'JaVaScRiPt://news.example/%0aalert(1)',
  'data:text/html,hello',
  'file:///etc/passwd',
  'ftp://news.example/a',
  '//news.example/a',
  'https://',
  'https://news',
  'https://news.example/a b',
  'https://news.example/"onclick="x',
  'https:\\\\news.example',
  "https://news.exa'mple/a",
  "https://news.example'/a",
  'https://news.example/\u200fa',
  'https://fa.example/می\u200cنویسند',
  '',
];
const GOOD_ADDRESSES = [
  "https://en.wikipedia.org/wiki/People's_Daily",
  "https://news.example?q='a'",
  'https://news.example',
  'https://news.example:8443/@a/(b)',
];

const release = aRelease({
  entities: [anEntity({ id: 'a', states: [{ state: 'adopted', date: '2019', sources: [] }] })],
  statements: [aStatement({ id: 'a/s' })],
});

/** The release with one string put in the place of another, wherever it stands. */
function withText(before: string, after: string): unknown {
  const text = JSON.stringify(release);
  const changed = text.replaceAll(JSON.stringify(before), () => JSON.stringify(after));
  if (changed === text) throw new Error(`the release has no ${before}`);
  return JSON.parse(changed);
}

const problems = (value: unknown) =>
  releaseSchema()
    .safeParse(value)
    .error?.issues.map((i) => i.message);

describe('a text', () => {
  it('is refused with whatever single character hides something, however everyday the rest is', () => {
    const missed: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      if (hidesSomething(text) && textProblem(text) === null) missed.push(code.toString(16));
    }
    expect(missed).toEqual([]);
  });
});

describe('a release', () => {
  it('is taken as it is written honestly', () => {
    expect(problems(release)).toBeUndefined();
    expect(problems(withText('Something was said.', 'Министарство: „1 < 2“, он је рекао…'))).toBeUndefined();
  });

  it.each(GOOD_TEXT)('is taken with %j', (good) => {
    expect(problems(withText('Something was said.', good))).toBeUndefined();
  });

  it.each(GOOD_ADDRESSES)('is taken with the address %j', (good) => {
    expect(problems(withText('https://news.example/story', good))).toBeUndefined();
  });

  it.each(BAD_TEXT)('is refused with %j wherever it is shown', (bad) => {
    expect(textProblem(bad)).not.toBeNull();
    for (const shown of ['Something was said.', 'A newspaper', 'A company.', 'News', 'first words', '2019'])
      expect(problems(withText(shown, bad)), shown).toContain(textProblem(bad));
  });

  it.each(BAD_ADDRESSES)('is refused with the address %j', (bad) => {
    expect(problems(withText('https://news.example/story', bad))).toContain(addressProblem(bad) ?? '');
  });

  const bare: [what: string, change: (rows: Release) => unknown, told: string][] = [
    [
      'a statement without a source',
      (rows) => ({ ...rows, statements: rows.statements.map((s) => ({ ...s, sources: [] })) }),
      'the statement a/s has no source that is here',
    ],
    [
      'sources that are not there',
      (rows) => ({ ...rows, sources: [] }),
      'the statement a/s has no source that is here',
    ],
    [
      'a state of a law without a source',
      (rows) => ({
        ...rows,
        entities: rows.entities.map((e) => ({ ...e, states: e.states.map((s) => ({ ...s, sources: [] })) })),
      }),
      'a: the state adopted of 2019 has no source that is here',
    ],
  ];
  it.each(bare)('is refused with %s, by name', (_, change, told) => {
    expect(problems(change(release))).toContain(told);
  });
});
