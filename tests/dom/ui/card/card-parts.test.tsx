import { act } from 'preact/test-utils';
import { describe, expect, it, test, vi } from 'vitest';
import type { ToolRequest } from '../../../../src/page/card-tools-door.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { showCard } from '../../../helpers/shown-card.tsx';
import { aCard } from '../../../unit/ui/a-card.ts';

const texts = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((e) => e.textContent?.replace(/\s+/g, ' ').trim());
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

describe('the timeline', () => {
  it('is a picture for the eye and the same years in words for everybody else', () => {
    const statements = ['2018-03-01', '2018-05-01', '2020-01-01', null].map((published, i) =>
      aCardStatement({
        id: `square/${i}`,
        event: '2014',
        known: published,
        sources: [aSource({ published })],
      }),
    );
    const card = showCard(aCard({ statements }));
    expect(card.querySelector('.timeline svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(texts(card, '.timeline figcaption')).toEqual([
      'known then: 2018 (2). known since: 2020. timing unclear: 2014.',
    ]);
    expect(
      [...card.querySelectorAll('.timeline circle, .timeline .unclear')].map((dot) =>
        dot.getAttribute('class'),
      ),
    ).toEqual(['unclear', 'then', 'then', 'since']);
  });
});

describe('the years under the timeline', () => {
  it.each([
    ['in the middle', '2016-06', ['2014', 'article', '2018']],
    ['at the beginning', '2014-02', ['', 'article', '2018']],
    ['at the end', '2018-10', ['2014', 'article', '']],
  ])('leave the article’s place free: %s', (_, date, years) => {
    const statements = ['2014-03-01', '2018-05-01'].map((published, i) =>
      aCardStatement({
        id: `square/${i}`,
        event: '2014',
        known: published,
        sources: [aSource({ published })],
      }),
    );
    const card = showCard(aCard({ statements }), { page: { date, urls: [], titles: [] } });
    expect(texts(card, '.years span')).toEqual(years);
  });
});

describe('figures', () => {
  const counted = (id: string, property: 'planned' | 'installed', value: number, weak = false) =>
    aCardStatement({
      id,
      event: '2019',
      amount: { value, qualifier: 'about', unit: 'cameras', property },
      sources: [
        aSource({ publisher: 'Weak', weak: true }),
        ...(weak ? [] : [aSource({ url: 'https://b.example' })]),
      ],
    });

  it('stand apart by what they count, with a warning and their better source', () => {
    const card = showCard(
      aCard({ statements: [counted('c/1', 'planned', 1000), counted('c/2', 'installed', 47, true)] }),
    );
    expect(texts(card, '.figures dt')).toEqual(['planned', 'installed']);
    expect(texts(card, '.figures dd b')).toEqual(['about 1,000 cameras', 'about 47 cameras']);
    expect(texts(card, '.figures .detail')).toEqual([
      'A newspaper: report · News',
      'A newspaper: report · Weak, weak source',
    ]);
    expect(card.textContent).toContain('not to be compared');
  });

  it('do not rest on the open page where something else holds them up, and say so where nothing does', () => {
    const OPEN = { publisher: 'This Paper', url: 'https://paper.example/article' };
    const held = (id: string, others: readonly string[]) =>
      aCardStatement({
        id,
        amount: { value: 1000, qualifier: 'about', unit: 'cameras', property: 'planned' },
        sources: [
          aSource(OPEN),
          ...others.map((publisher) => aSource({ publisher, url: `https://${publisher}.example` })),
        ],
      });
    const card = showCard(aCard({ statements: [held('c/1', ['Other']), held('c/2', [])] }));
    expect(texts(card, '.figures .detail')).toEqual([
      'A newspaper: report · Other',
      'A newspaper: report · This Paper, † this page',
    ]);
  });

  it('have no place of their own when there is only one', () => {
    expect(
      showCard(aCard({ statements: [counted('c/1', 'planned', 1000)] })).querySelector('.figures'),
    ).toBeNull();
  });
});

describe('connections', () => {
  it('say where all that speaks for them is the open page', () => {
    const relation = (id: string, urls: readonly string[]) =>
      ({
        type: 'supplied-by',
        inverse: false,
        target: { id, name: id, kind: 'vendor' },
        sources: urls.map((url) => aSource({ url, publisher: new URL(url).hostname })),
      }) as const;
    const relations = [
      relation('a', ['https://paper.example/article', 'https://b.example']),
      relation('b', ['https://paper.example/article']),
    ];
    const card = showCard(aCard({ relations }));
    expect(texts(card, '.relations .detail')).toEqual([
      'company · b.example, paper.example † this page',
      'company · paper.example † this page',
    ]);
    expect(card.querySelector('.colophon')?.textContent).toContain('not independent evidence for itself');
  });
});

describe('sources', () => {
  it('stand with those first that are worth most: the open page and weak ones are named last', () => {
    const sources = [
      aSource({ publisher: 'Weak', url: 'https://weak.example', weak: true }),
      aSource({ publisher: 'This Paper', url: 'https://paper.example/article' }),
      aSource({ publisher: 'One', url: 'https://one.example' }),
      aSource({ publisher: 'Two', url: 'https://two.example' }),
    ];
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/1', sources })] }));
    expect(texts(card, '.sources .source')).toEqual(['One', 'Two', 'This Paper', 'Weak']);
  });

  it('name a page once, with a link to each of its passages', () => {
    const passage = (start: string) => ({ start, end: `${start} end`, checked: 'stored-copy' as const });
    const sources = [
      aSource({ publisher: 'News', url: 'https://a.example/1', passage: passage('first') }),
      aSource({ publisher: 'Other', url: 'https://b.example/2', passage: passage('other') }),
      aSource({ publisher: 'News', url: 'https://a.example/1', passage: passage('second') }),
    ];
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/1', sources })] }));
    expect(texts(card, '.sources .source')).toEqual(['News', 'Other']);
    const further = [...card.querySelectorAll('.sources .passage')];
    expect(further.map((link) => [link.textContent, link.getAttribute('aria-label')])).toEqual([
      ['2', 'Passage 2 of News'],
    ]);
    expect(further[0]?.getAttribute('href')).toBe('https://a.example/1#:~:text=second,second%20end');
    expect(card.querySelectorAll('.sources .archive')).toHaveLength(2);
  });
});

test('what somebody does is named, so that it agrees with one speaker and with many', () => {
  const statements = ['Serbian authorities', 'The ministry'].map((name) =>
    aCardStatement({ id: `square/${name}`, speaker: { name }, act: 'asserts' }),
  );
  expect(texts(showCard(aCard({ statements })), '.statement .who')).toEqual([
    'Serbian authorities: claim',
    'The ministry: claim',
  ]);
});

describe('claims and replies', () => {
  const claim = aCardStatement({ id: 'square/claim', act: 'alleges', speaker: { name: 'A group' } });
  const reply = (published: string) =>
    aCardStatement({
      id: 'square/reply',
      act: 'denies',
      speaker: { name: 'The city' },
      answers: ['square/claim'],
      sources: [aSource({ published })],
    });

  it('stand together where both were known', () => {
    const card = showCard(aCard({ statements: [claim, reply('2019-04-01')] }));
    expect(card.querySelectorAll('.answered > .said, .answered > .replies')).toHaveLength(2);
    expect(card.querySelector('.reference')).toBeNull();
  });

  it('name each other where one came later, and lead to each other', () => {
    const card = showCard(aCard({ statements: [claim, reply('2021-01-01')] }));
    expect(texts(card, '[data-statement="square/claim"] .reference')).toEqual([
      'Answered elsewhere on this card: The city (denial)',
    ]);
    expect(texts(card, '[data-statement="square/reply"] .reference')).toEqual([
      'In reply to: A group (allegation)',
    ]);
    act(() => card.querySelector<HTMLElement>('[data-statement="square/claim"] .reference button')?.click());
    expect(document.activeElement?.getAttribute('data-statement')).toBe('square/reply');
  });
});

describe('what rests on this article alone', () => {
  it('comes after independent evidence, under a line that says so', () => {
    const own = aSource({ url: 'https://paper.example/article' });
    const card = showCard(
      aCard({
        statements: [
          aCardStatement({ id: 'square/own', event: '2018', sources: [own] }),
          aCardStatement({ id: 'square/other', event: '2019' }),
        ],
      }),
    );
    expect(texts(card, '.then .group > li > h3')).toEqual(['From this article only']);
    expect(
      [...card.querySelectorAll('.then .group > li')].map((item) => item.getAttribute('data-statement')),
    ).toEqual(['square/other', null, 'square/own']);
  });
});

describe('laws', () => {
  const law = aCard({
    id: 'act',
    kind: 'law',
    name: 'The Act',
    states: [
      { state: 'in-force', date: '2018-01-01', sources: [] },
      { state: 'repealed', date: '2021-01-01', sources: [] },
    ],
  });

  it('that bear on an entity say what they were on the article’s day and are today', () => {
    const card = showCard(aCard(), { linked: [law, aCard({ id: 'firm', kind: 'vendor' })] });
    expect(texts(card, '.laws .link')).toEqual(['The Act']);
    expect(texts(card, '.laws .status')).toEqual(['On 18 June 2019: in force', 'Today: repealed']);
  });
});

describe('odd and bad input', () => {
  it('shows markup as text, without controls that turn it around', () => {
    const card = showCard(
      aCard({
        name: '<img src=x onerror=alert(1)>',
        statements: [aCardStatement({ id: 'square/a', text: { en: '\u202eevil\u202c <b>bold</b>\u0000' } })],
      }),
    );
    expect(card.querySelector('img, .text b')).toBeNull();
    expect(texts(card, 'h1')).toEqual(['<img src=x onerror=alert(1)>']);
    expect(texts(card, '.text')).toEqual(['evil <b>bold</b>']);
  });

  it('shortens what is far too long, and shows it when asked', () => {
    const card = showCard(
      aCard({ statements: [aCardStatement({ id: 'square/a', text: { en: 'word '.repeat(1000) } })] }),
    );
    expect(card.querySelector('.text')?.textContent?.length).toBeLessThan(700);
    act(() => card.querySelector<HTMLElement>('.text button')?.click());
    expect(card.querySelector('.text')?.textContent?.length).toBeGreaterThan(4990);
  });

  it('says that it is loading, then that there is no card, with the name that was asked for', async () => {
    const card = showCard(null);
    expect([...texts(card, 'h1'), ...texts(card, '[role="status"]')]).toEqual(['Square Watch', 'Loading…']);
    await settled();
    expect(texts(card, '[role="status"]')).toEqual(['There is no card for this any more.']);
    expect(card.querySelector('.back')).toBeNull();
  });

  it('says that the card could not be loaded, and tries again', async () => {
    let tries = 0;
    const loadCard = () => (tries++ === 0 ? Promise.reject(new Error('dead')) : Promise.resolve(aCard()));
    const card = showCard(null, { loadCard });
    await settled();
    expect(texts(card, '[role="status"]')).toEqual(['This card could not be loaded.']);
    act(() => card.querySelector<HTMLElement>('.retry')?.click());
    await settled();
    expect(texts(card, '.summary')).toEqual(['Camera project.']);
  });

  it('says so when the entity is withdrawn while its card is open', () => {
    const request = { loadCard: () => Promise.resolve(null) };
    showCard(aCard(), request);
    const card = showCard(aCard(), request, { withdrawn: 'square' });
    expect([...texts(card, 'h1'), ...texts(card, '[role="status"]')]).toEqual([
      'Square Watch',
      'There is no card for this any more.',
    ]);
    expect(card.querySelector('.summary')).toBeNull();
  });
});

describe('tools', () => {
  const press = (card: Element, tool: string) =>
    act(() => card.querySelector<HTMLElement>(`.actions [data-to="${tool}"]`)?.click());

  it('open in place of the card with what it was opened for, and lead back', async () => {
    const asked: ToolRequest[] = [];
    const unmounted = vi.fn();
    const statement = aCardStatement({ id: 'square/a' });
    const card = showCard(aCard({ statements: [statement] }), {
      mention: 'the Square',
      loadTools: async () => ({
        mount(element, request) {
          asked.push(request);
          element.textContent = request.tool;
          return unmounted;
        },
      }),
    });
    act(() => card.querySelector<HTMLElement>('.cite')?.click());
    await settled();
    expect(texts(card, 'h1')).toEqual(['Cite']);
    expect(asked.map(({ tool, statement: about }) => [tool, about?.id])).toEqual([['cite', 'square/a']]);
    act(() => card.querySelector<HTMLElement>('.back')?.click());
    expect(unmounted).toHaveBeenCalledOnce();
    press(card, 'why');
    await settled();
    expect(asked.at(-1)).toMatchObject({ tool: 'why', statement: null, mention: 'the Square' });
  });

  it('that cannot be fetched say so, and can be tried again', async () => {
    let tries = 0;
    const card = showCard(aCard(), {
      loadTools: () => {
        tries++;
        return Promise.reject(new Error('dead'));
      },
    });
    press(card, 'report');
    await settled();
    expect(texts(card, '[role="status"]')).toEqual(['This could not be loaded.']);
    act(() => card.querySelector<HTMLElement>('.retry')?.click());
    await settled();
    expect(tries).toBe(2);
  });
});

describe('what is below the fold', () => {
  it('is drawn once the rest is on the screen', async () => {
    const statements = Array.from({ length: 6 }, (_, i) => aCardStatement({ id: `square/${i}` }));
    const card = showCard(aCard({ statements }), {}, { whole: false });
    expect([card.querySelectorAll('.statement').length, card.querySelector('.actions')]).toEqual([6, null]);
    await act(() => new Promise((resolve) => setTimeout(resolve, 60)));
    expect(card.querySelector('.actions')).not.toBeNull();
  });

  it('is drawn at once where the card is not full, so that it does not grow under the reader’s eyes', () => {
    expect(
      showCard(
        aCard({ statements: [aCardStatement({ id: 'square/a' })] }),
        {},
        { whole: false },
      ).querySelector('.actions'),
    ).not.toBeNull();
  });
});

describe('what the sentence speaks of', () => {
  const finding = aCardStatement({
    id: 'square/finding',
    text: { en: 'The regulator found that the scraping of faces was unlawful.' },
    act: 'finds',
    standing: 'disputed',
  });
  const reply = aCardStatement({
    id: 'square/reply',
    text: { en: 'The company denied that the scraping of faces was unlawful.' },
    act: 'denies',
    answers: ['square/finding'],
  });
  const others = ['a', 'b', 'c'].map((id) =>
    aCardStatement({ id: `square/${id}`, text: { en: `Something else happened, part ${id}.` } }),
  );
  const context = { sentence: 'The scraping of faces was found unlawful.', entities: [] };

  it('comes with the reply of who is accused, once', () => {
    const card = showCard(aCard({ statements: [finding, reply, ...others] }), { context });
    const near = card.querySelector('.nearest');
    expect(near?.querySelector('.replies')?.textContent).toContain('denied');
    expect(near?.textContent?.match(/The company denied/g)).toHaveLength(1);
  });

  it('comes with it also when it came later', () => {
    const later = { ...reply, event: '2024', sources: [aSource({ published: '2024-01-01' })] };
    const card = showCard(aCard({ statements: [finding, later, ...others] }), { context });
    const near = card.querySelector('.nearest');
    expect(near?.querySelector('.replies')?.textContent).toContain('denied');
    expect(near?.textContent).not.toContain('Answered elsewhere');
  });

  const watch = aCard({ id: 'watch', name: 'Watch', statements: [finding, reply, ...others] });
  const own = aCard({ statements: [aCardStatement({ id: 'square/own', text: { en: 'Nothing of it.' } })] });

  it('comes with it on the card of another that is linked with it', () => {
    const near = showCard(own, { context, linked: [watch] }).querySelector('.nearest');
    expect(texts(near as Element, ':scope > ol > li > .said .text')).toEqual([finding.text.en]);
    expect(texts(near as Element, '.replies .text')).toEqual([reply.text.en]);
  });

  it('comes when that other card does', () => {
    expect(showCard(own, { context }).querySelector('.nearest')).toBeNull();
    const near = showCard(own, { context, linked: [watch] }).querySelector('.nearest');
    expect(near?.textContent).toContain(finding.text.en);
  });

  it('may come while the reader is elsewhere: the way back ends where the way began', async () => {
    const relations = ['maker', 'watch'].map((id) => ({
      type: 'uses' as const,
      target: { id, name: id, kind: 'vendor' as const },
      inverse: false,
      sources: [],
    }));
    const [from, loadCard] = [{ ...own, relations }, () => Promise.resolve(watch)];
    const card = showCard(from, { context, loadCard });
    const way = [...card.querySelectorAll<HTMLElement>('.relations [data-to]')].at(-1);
    act(() => way?.focus());
    act(() => way?.click());
    await settled();
    expect(texts(card, 'h1')).toEqual(['Watch']);
    showCard(from, { context, loadCard, linked: [watch] });
    act(() => card.querySelector<HTMLElement>('.back')?.click());
    const onward = [...card.querySelectorAll('[data-to]')];
    expect(card.querySelector('.nearest [data-to]')).not.toBeNull();
    expect(document.activeElement?.getAttribute('data-to')).toBe('watch');
    expect(document.activeElement?.closest('.relations')).not.toBeNull();
    expect(onward.length).toBeGreaterThan(2);
  });

  it('names what it answers, and leads to the card that has it', () => {
    const said = { sentence: 'The company denied it: scraping of faces, unlawful.', entities: [] };
    const claim = { ...finding, text: { en: 'Somebody said something else entirely.' } };
    const linked = [{ ...watch, statements: [claim, reply, ...others] }];
    const loadCard = vi.fn(() => Promise.resolve(null));
    const near = showCard(own, { context: said, linked, loadCard }).querySelector('.nearest');
    const reference = near?.querySelector<HTMLElement>('.reference button');
    expect(reference?.textContent).toContain('In reply to');
    act(() => reference?.click());
    expect(loadCard).toHaveBeenCalledWith('watch');
  });

  it('a reply to two of them stands there once, and the other names it', () => {
    const also = {
      ...finding,
      id: 'square/also',
      text: { en: 'Another found the scraping of faces unlawful.' },
    };
    const both = { ...reply, answers: [finding.id, also.id] };
    const near = showCard(aCard({ statements: [finding, also, both, ...others] }), {
      context,
    }).querySelector('.nearest') as Element;
    expect(texts(near, '.replies .text')).toEqual([reply.text.en]);
    expect(texts(near, ':scope > ol > li:nth-child(2) > .said .reference')).toEqual([
      expect.stringContaining('Answered elsewhere on this card'),
    ]);
  });

  it('one that answers what stands on the other card only is not lost', () => {
    const denial = { ...reply, id: 'square/denial' };
    const doubt = {
      ...reply,
      id: 'square/doubt',
      text: { en: 'Others doubted the denial: scraping of faces, unlawful.' },
      answers: [denial.id],
    };
    const linked = [{ ...watch, statements: [finding, denial] }];
    const near = showCard(aCard({ statements: [denial, doubt, ...others] }), {
      context,
      linked,
    }).querySelector('.nearest') as Element;
    expect(texts(near, '.text').sort()).toEqual([finding.text.en, denial.text.en, doubt.text.en].sort());
  });

  it('two that answer each other stand there once', () => {
    const claim = { ...finding, answers: [reply.id] };
    const near = showCard(aCard({ statements: [claim, reply, ...others] }), { context }).querySelector(
      '.nearest',
    );
    expect(texts(near as Element, '.text')).toEqual([claim.text.en, reply.text.en]);
  });
});
