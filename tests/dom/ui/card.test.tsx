import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/dataset/card.ts';
import type { OpenRequest } from '../../../src/page/card-door.ts';
import { CardView } from '../../../src/ui/card/card-view.tsx';
import { aCardStatement, aSource } from '../../helpers/builders.ts';

const page = { date: '2019-06-18', urls: ['https://paper.example/article'], titles: [] };

function aCard(over: Partial<Card> = {}): Card {
  return {
    id: 'square',
    kind: 'project',
    name: 'Square Watch',
    summary: { en: 'Camera project.' },
    places: ['RS'],
    reviewed: '2026-11-24',
    statements: [],
    states: [],
    relations: [],
    withheld: 0,
    datasetVersion: '2026.11.24',
    ...over,
  };
}

let root: HTMLElement | null = null;

function show(card: Card, over: Partial<OpenRequest> = {}): HTMLElement {
  root = document.createElement('div');
  document.body.append(root);
  const request: OpenRequest = {
    card,
    page,
    anchor: () => null,
    mention: card.name,
    why: [],
    focus: false,
    loadCard: () => Promise.resolve(null),
    openSource: null,
    onPointer: () => undefined,
    onClosed: () => undefined,
    ...over,
  };
  act(() =>
    render(
      <CardView request={request} onShown={() => undefined} onClose={() => undefined} />,
      root as HTMLElement,
    ),
  );
  return root;
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = null;
});

const texts = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((e) => e.textContent?.trim());
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

describe('the card', () => {
  it('is a dialog named after the entity, with kind, place, summary and dataset', () => {
    const card = show(aCard({ withheld: 2 }));
    const dialog = card.querySelector('[role="dialog"]');
    expect(card.querySelector(`#${dialog?.getAttribute('aria-labelledby')}`)?.textContent).toBe(
      'Square Watch',
    );
    expect(texts(card, '.kind')).toEqual(['Project · Serbia']);
    expect(card.textContent).toContain('2 statements withheld');
    expect(card.textContent).toContain('Reviewed 24 November 2026 · Dataset 2026.11.24');
  });

  it('groups by the article’s date, with replies under what they answer', () => {
    const card = show(
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
    expect(texts(card, '.replies .act')).toEqual(['denies']);
    expect(texts(card, '[data-group="since"] .text')).toEqual(['It was switched off.']);
    expect(card.querySelector('[data-statement="square/claim"]')?.textContent).toContain('allegation');
  });

  it('says so when the page has no date', () => {
    const card = show(aCard({ statements: [aCardStatement({ id: 'square/a' })] }), {
      page: { ...page, date: null },
    });
    expect(texts(card, 'h2')).toEqual(['Statements']);
    expect(card.textContent).toContain('This page gives no date');
  });

  it('marks in words what rests on one source, on this article, or is disputed', () => {
    const card = show(
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
    expect(marks('own')).toBe('reporting · † this article only');
    expect(marks('odd')).toBe(
      'disputed · reporting · one source · no reply found, searched 23 November 2026',
    );
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
    const card = show(aCard({ statements: [aCardStatement({ id: 'square/a', sources: [source] })] }));
    const [link, archive] = [...card.querySelectorAll('a')];
    expect(link?.getAttribute('href')).toBe('http://vesti.example/1#:~:text=first%20words,last%20words');
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer']);
    expect(archive?.getAttribute('href')).toBe('https://web.archive.org/web/2/http://vesti.example/1');
    expect(texts(card, '.sources .detail')).toEqual([
      'from Tanjug, undated, in Serbian, state media, weak source, not encrypted',
    ]);
  });

  it('never links what is no web address, and shows markup as text', () => {
    const card = show(
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

  it('folds long groups', () => {
    const statements = Array.from({ length: 9 }, (_, i) => aCardStatement({ id: `square/s${i}` }));
    const card = show(aCard({ statements }));
    expect(card.querySelectorAll('.statement').length).toBe(5);
    act(() => card.querySelector<HTMLButtonElement>('.more')?.click());
    expect(card.querySelectorAll('.statement').length).toBe(9);
  });

  it('shows a law’s states with the one that held on the day', () => {
    const card = show(
      aCard({
        kind: 'law',
        states: [
          { state: 'applies', date: '2019-08-21', sources: [aSource()] },
          { state: 'adopted', date: '2018-11-09', sources: [aSource()] },
        ],
      }),
    );
    expect(texts(card, '.states b')).toEqual(['adopted', 'applies']);
    expect(texts(card, '.then .flag')).toEqual(['on 18 June 2019']);
  });

  describe('connections', () => {
    const acme = aCard({ id: 'acme', name: 'Acme', kind: 'vendor' });
    const linked = aCard({
      relations: [
        {
          type: 'supplied-by',
          target: { id: 'acme', name: 'Acme', kind: 'vendor' },
          inverse: false,
          sources: [],
        },
        {
          type: 'documented-by',
          target: { id: 'report', name: 'A report', kind: 'investigation' },
          inverse: true,
          sources: [],
        },
      ],
    });

    it('read in both directions', () => {
      expect(texts(show(linked), '.relations li')).toEqual([
        'supplied by Acme company',
        'documents A report investigation',
      ]);
    });

    it('lead to the next card and back', async () => {
      const card = show(linked, { loadCard: () => Promise.resolve(acme) });
      act(() => card.querySelector<HTMLButtonElement>('.relations .link')?.click());
      await settled();
      expect(texts(card, 'h1')).toEqual(['Acme']);
      act(() => card.querySelector<HTMLButtonElement>('.back')?.click());
      expect(texts(card, 'h1')).toEqual(['Square Watch']);
    });

    it('say what is wrong when the next card does not come, and try again', async () => {
      let tries = 0;
      const card = show(linked, {
        loadCard: () => (tries++ === 0 ? Promise.reject(new Error('lost')) : Promise.resolve(null)),
      });
      act(() => card.querySelector<HTMLButtonElement>('.relations .link')?.click());
      await settled();
      expect(card.textContent).toContain('could not be loaded');
      act(() => card.querySelector<HTMLButtonElement>('.notice button')?.click());
      await settled();
      expect(card.textContent).toContain('no card for this any more');
    });

    it('drop a card that comes too late', async () => {
      const answers: ((card: Card) => void)[] = [];
      const card = show(linked, { loadCard: () => new Promise((resolve) => answers.push(resolve)) });
      const [first, second] = [...card.querySelectorAll<HTMLButtonElement>('.relations .link')];
      act(() => first?.click());
      act(() => card.querySelector<HTMLButtonElement>('.back')?.click());
      act(() => card.querySelectorAll<HTMLButtonElement>('.relations .link')[1]?.click());
      answers[0]?.(acme);
      answers[1]?.(aCard({ id: 'report', name: 'A report' }));
      await settled();
      expect(second).toBeDefined();
      expect(texts(card, 'h1')).toEqual(['A report']);
    });
  });
});
