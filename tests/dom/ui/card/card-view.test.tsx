import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Card } from '../../../../src/core/dataset/card.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { ARTICLE, showCard } from '../../../helpers/shown-card.tsx';
import { aCard } from '../../../unit/ui/a-card.ts';

const texts = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((e) => e.textContent?.trim());
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

describe('the card', () => {
  it('is a dialog named after the entity, with kind, place, summary and dataset', () => {
    const card = showCard(aCard({ withheld: 2 }));
    const dialog = card.querySelector('[role="dialog"]');
    expect(card.querySelector(`#${dialog?.getAttribute('aria-labelledby')}`)?.textContent).toBe(
      'Square Watch',
    );
    expect([dialog?.getAttribute('lang'), dialog?.getAttribute('dir')]).toEqual(['en', 'ltr']);
    expect(texts(card, '.kind')).toEqual(['Project · Serbia']);
    expect(card.textContent).toContain('2 statements withheld');
    expect(card.textContent).toContain('Reviewed 24 November 2026 · Dataset of 24 November 2026');
  });

  it.each([
    ['2025-11-28', 'Reviewed 28 November 2025 · Dataset of'],
    ['2025-11-27', 'As of 27 November 2025, review overdue · Dataset of'],
  ])('says as of when, once a review of %s is overdue', (reviewed, words) => {
    expect(showCard(aCard({ reviewed })).querySelector('.colophon')?.textContent).toContain(words);
  });

  it('groups by the article’s date, with replies under what they answer', () => {
    const card = showCard(
      aCard({
        statements: [
          aCardStatement({
            id: 'square/claim',
            event: '2018',
            speaker: { name: 'A group' },
            act: 'alleges',
            text: { en: 'It films.' },
            allegation: true,
          }),
          aCardStatement({
            id: 'square/denial',
            answers: ['square/claim'],
            speaker: { name: 'The city' },
            act: 'denies',
            text: { en: 'It does not.' },
          }),
          aCardStatement({
            id: 'square/later',
            sources: [aSource({ published: '2022' })],
            text: { en: 'It was switched off.' },
          }),
          aCardStatement({
            id: 'square/unsure',
            sources: [aSource({ published: null })],
            text: { en: 'It was planned.' },
          }),
        ],
      }),
    );
    expect(texts(card, 'h2')).toEqual(['Known on 18 June 2019', 'Known since', 'Timing unclear']);
    expect(texts(card, '.replies .text')).toEqual(['It does not.']);
    expect(texts(card, '.replies .act')).toEqual(['denial']);
    expect(texts(card, '[data-group="since"] .text')).toEqual(['It was switched off.']);
    expect(card.querySelector('[data-statement="square/claim"]')?.textContent).toContain('allegation');
  });

  it('says so when the page has no date', () => {
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/a' })] }), {
      page: { ...ARTICLE, date: null },
    });
    expect(texts(card, 'h2')).toEqual(['Statements']);
    expect(card.textContent).toContain('This page gives no date');
    expect(card.querySelector('.overview')).toBeNull();
  });

  it('marks in words what rests on one source, on this article, or is disputed', () => {
    const card = showCard(
      aCard({
        statements: [
          aCardStatement({ id: 'square/one' }),
          aCardStatement({
            id: 'square/own',
            sources: [aSource({ url: 'http://www.paper.example/article/' })],
          }),
          aCardStatement({ id: 'square/odd', standing: 'disputed', noReplyFound: '2026-11-23' }),
        ],
      }),
    );
    const marks = (id: string) => card.querySelector(`[data-statement="square/${id}"] .marks`)?.textContent;
    expect(marks('one')).toBe('reporting · one source');
    expect(marks('own')).toBe('† this article only · reporting');
    expect(texts(card, '[data-statement="square/own"] .detail')).toEqual([
      '1 March 2019, not encrypted, † this page',
    ]);
    expect(marks('odd')).toBe('disputed · reporting · one source');
    expect(texts(card, '.no-reply')).toEqual(['no reply found, searched 23 November 2026']);
    expect(card.textContent).toContain('this page is not independent evidence');
  });

  it('links each source at its passage, with an archived copy beside, and says date, language and weakness', () => {
    const source = aSource({
      url: 'http://vesti.example/1',
      publisher: 'Vesti',
      lang: 'sr-Latn',
      published: null,
      weak: true,
      interest: 'state-media',
      origin: 'Tanjug',
    });
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/a', sources: [source] })] }));
    const [link, archive] = [...card.querySelectorAll('a')];
    expect(link?.getAttribute('href')).toBe('http://vesti.example/1#:~:text=first%20words,last%20words');
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect([archive?.target, archive?.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect([archive?.title, archive?.getAttribute('aria-label')]).toEqual([
      'Opens a copy in the Internet Archive',
      'archived, Vesti',
    ]);
    expect(archive?.getAttribute('href')).toBe('https://web.archive.org/web/2/http://vesti.example/1');
    expect(texts(card, '.sources .detail')).toEqual([
      'from Tanjug, undated, in Serbian, state media, weak source, not encrypted',
    ]);
  });

  it('never links what is no web address, and shows markup as text', () => {
    const card = showCard(
      aCard({
        name: '<img src=x onerror=alert(1)>',
        statements: [
          aCardStatement({
            id: 'square/a',
            text: { en: '<b>bold</b>' },
            sources: [aSource({ url: 'javascript:alert(1)', publisher: '<i>x</i>' })],
          }),
        ],
      }),
    );
    expect(card.querySelectorAll('img, b:not(.act), i').length).toBe(0);
    expect(card.querySelectorAll('a').length).toBe(0);
    expect(card.textContent).toContain('<b>bold</b>');
  });

  it('never links an archived copy that is no web address', () => {
    const source = aSource({ archived: 'javascript:alert(1)' });
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/a', sources: [source] })] }));
    expect([...card.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['News']);
  });

  it('shows names in the order in which they are written', () => {
    const card = showCard(aCard({ name: 'Acme \u202Elive' }));
    expect(texts(card, 'h1')).toEqual(['Acme live']);
  });

  it('opens sources by the way it is given where links open nothing', () => {
    const opened: string[] = [];
    const source = aSource({ passage: null });
    const card = showCard(aCard({ statements: [aCardStatement({ id: 'square/a', sources: [source] })] }), {
      openSource: (url) => opened.push(url),
    });
    act(() => card.querySelector<HTMLAnchorElement>('a.source')?.click());
    expect(opened).toEqual(['https://news.example/story']);
  });

  it('leads from a speaker to their card, but not from the entity’s own name', () => {
    const card = showCard(
      aCard({
        statements: [
          aCardStatement({ id: 'square/a', speaker: { id: 'city', name: 'The city' } }),
          aCardStatement({ id: 'square/b', speaker: { id: 'square', name: 'Square Watch' } }),
          aCardStatement({ id: 'square/c', speaker: { name: 'Somebody' } }),
        ],
      }),
    );
    expect(texts(card, '.speaker[role="button"]')).toEqual(['The city']);
    expect(texts(card, '.speaker:not([role])')).toEqual(['Square Watch', 'Somebody']);
  });

  it.each(['Enter', ' '])('goes to a speaker’s card with the key “%s”, which does not scroll', (key) => {
    const wanted: string[] = [];
    const statement = aCardStatement({ id: 'square/a', speaker: { id: 'city', name: 'The city' } });
    const card = showCard(aCard({ statements: [statement] }), {
      loadCard: (id) => {
        wanted.push(id);
        return Promise.resolve(null);
      },
    });
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    act(() => void card.querySelector('.speaker[role="button"]')?.dispatchEvent(event));
    expect([wanted, event.defaultPrevented]).toEqual([['city'], true]);
  });

  it('says when something old became known', () => {
    const card = showCard(
      aCard({
        statements: [
          aCardStatement({
            id: 'square/a',
            event: '2014-12',
            known: '2025-08-04',
            sources: [aSource({ published: '2025-08-04' })],
          }),
        ],
      }),
    );
    expect(texts(card, '.heading')).toEqual(['December 2014 known 4 August 2025 · reporting · one source']);
  });

  it('folds long groups, and moves the focus to what unfolds', () => {
    const statements = Array.from({ length: 9 }, (_, i) => aCardStatement({ id: `square/s${i}` }));
    const card = showCard(aCard({ statements }));
    expect(card.querySelectorAll('.statement').length).toBe(5);
    expect(texts(card, '.more')).toEqual(['Show 4 more']);
    act(() => card.querySelector<HTMLButtonElement>('.more')?.click());
    expect(card.querySelectorAll('.statement').length).toBe(9);
    expect(document.activeElement?.getAttribute('data-statement')).toBe('square/s5');
  });

  it('leads to each group from the top', () => {
    const statements = [0, 1, 2, 3, 4].map((i) =>
      aCardStatement({ id: `square/s${i}`, sources: [aSource({ published: i < 2 ? '2018' : '2022' })] }),
    );
    const card = showCard(aCard({ statements }));
    expect(texts(card, '.overview button')).toEqual(['2 known then', '3 since']);
    act(() => card.querySelector<HTMLButtonElement>('.overview .since')?.click());
    expect(document.activeElement?.textContent).toBe('Known since newest first');
  });

  it('shows a law’s states with the one that held on the day', () => {
    const card = showCard(
      aCard({
        kind: 'law',
        states: [
          { state: 'applies', date: '2019-08-21', sources: [aSource()] },
          { state: 'adopted', date: '2018-11-09', sources: [aSource()] },
        ],
      }),
    );
    expect(texts(card, '.states b')).toEqual(['adopted', 'applies']);
    expect(texts(card, '.status')).toEqual([
      'On 18 June 2019: adopted, applies from 21 August 2019',
      'Today: applies',
    ]);
    expect(texts(card, '.held b')).toEqual(['adopted']);
  });

  it('says of a law that was amended what it is', () => {
    const states = [
      { state: 'in-force', date: '2016', sources: [aSource()] },
      { state: 'amended', date: '2018-04', sources: [aSource()] },
    ] as const;
    const card = showCard(aCard({ kind: 'law', states }));
    expect(texts(card, '.status')).toEqual(['On 18 June 2019 and today: in force, amended April 2018']);
  });

  it('says to what a law applies, where it does so in stages', () => {
    const card = showCard(
      aCard({
        kind: 'law',
        states: [
          { state: 'in-force', date: '2018', note: 'published twice', sources: [aSource()] },
          { state: 'applies', date: '2020', note: 'chapter I', sources: [aSource()] },
          { state: 'applies', date: '2021', sources: [aSource()] },
        ],
      }),
    );
    expect(texts(card, '.status')).toEqual([
      'On 18 June 2019: in force, applies from 2020 (chapter I), applies from 2021',
      'Today: applies',
    ]);
  });

  describe('connections', () => {
    const acme = aCard({ id: 'acme', name: 'Acme', kind: 'vendor' });
    const linked = aCard({
      relations: [
        {
          type: 'supplied-by',
          target: { id: 'acme', name: 'Acme', kind: 'vendor' },
          inverse: false,
          sources: [aSource()],
        },
        {
          type: 'documented-by',
          target: { id: 'report', name: 'A report', kind: 'investigation' },
          inverse: true,
          sources: [],
        },
      ],
    });

    const follow = (card: HTMLElement, index = 0) =>
      act(() => card.querySelectorAll<HTMLButtonElement>('.relations .link')[index]?.click());

    it('read in both directions, each with its source', () => {
      const card = showCard(linked);
      expect(texts(card, '.relations dt')).toEqual(['supplied by', 'documents']);
      expect(texts(card, '.relations dd')).toEqual(['Acmecompany · News', 'A reportinvestigation']);
    });

    it('lead to the next card and back, to the same place with the same folds', async () => {
      const statements = Array.from({ length: 9 }, (_, i) => aCardStatement({ id: `square/s${i}` }));
      const card = showCard({ ...linked, statements }, { loadCard: () => Promise.resolve(acme) });
      act(() => card.querySelector<HTMLButtonElement>('.more')?.click());
      card.querySelector<HTMLButtonElement>('.relations .link')?.focus();
      await follow(card);
      await settled();
      expect(texts(card, 'h1')).toEqual(['Acme']);
      expect(document.activeElement?.getAttribute('role')).toBe('dialog');
      act(() => card.querySelector<HTMLButtonElement>('.back')?.click());
      expect(texts(card, 'h1')).toEqual(['Square Watch']);
      expect(card.querySelectorAll('.statement').length).toBe(9);
      expect(document.activeElement?.textContent).toBe('Acme');
      expect(card.querySelector('.back')).toBeNull();
    });

    it('keep the card in view for a moment, then say that the next is on its way', async () => {
      vi.useFakeTimers();
      const card = showCard(linked, { loadCard: () => new Promise(() => undefined) });
      await follow(card);
      expect(texts(card, 'h1')).toEqual(['Square Watch']);
      await act(() => void vi.advanceTimersByTime(200));
      expect(texts(card, 'h1')).toEqual(['Acme']);
      expect(texts(card, '[role="status"]')).toEqual(['Loading…']);
      act(() => card.querySelector<HTMLButtonElement>('.back')?.click());
      expect(texts(card, 'h1')).toEqual(['Square Watch']);
    });

    it('say what is wrong when the next card does not come, and try again', async () => {
      let tries = 0;
      const card = showCard(linked, {
        loadCard: () => (tries++ === 0 ? Promise.reject(new Error('lost')) : Promise.resolve(null)),
      });
      await follow(card);
      await settled();
      expect(card.textContent).toContain('could not be loaded');
      act(() => card.querySelector<HTMLButtonElement>('.retry')?.click());
      await settled();
      expect(card.textContent).toContain('no card for this any more');
      expect(document.activeElement?.getAttribute('role')).toBe('dialog');
      expect(card.querySelector('.back')).not.toBeNull();
    });

    it('drop a card that comes too late', async () => {
      const answers: ((card: Card) => void)[] = [];
      const card = showCard(linked, { loadCard: () => new Promise((resolve) => answers.push(resolve)) });
      await follow(card, 0);
      await follow(card, 1);
      answers[0]?.(acme);
      await settled();
      expect(texts(card, 'h1')).toEqual(['Square Watch']);
      answers[1]?.(aCard({ id: 'report', name: 'A report' }));
      await settled();
      expect(texts(card, 'h1')).toEqual(['A report']);
    });
  });
});
