/** A card as the card script draws it, without a page around it. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, vi } from 'vitest';
import type { Card } from '../../src/core/dataset/card.ts';
import { CardView, type CardViewProps } from '../../src/ui/card/card-view.tsx';

/** The article that the card stands beside. */
export const ARTICLE = { date: '2019-06-18', urls: ['https://paper.example/article'], titles: [] };

let root: HTMLElement | null = null;

/** Draws it where the one before was drawn. What is drawn is taken away after each test. */
export function showCard(
  card: Card | null,
  over: Partial<CardViewProps['request']> = {},
  props: Partial<CardViewProps> = {},
): HTMLElement {
  const at = root ?? document.createElement('div');
  root = at;
  document.body.append(at);
  const request = {
    entity: { id: card?.id ?? 'square', name: card?.name ?? 'Square Watch' },
    card,
    page: ARTICLE,
    mention: card?.name ?? 'the Square',
    why: [],
    context: { sentence: '', entities: [] },
    linked: [],
    loadCard: () => Promise.resolve(null),
    loadTools: () => Promise.reject(new Error('no tools here')),
    openSource: null,
    nameOf: (id: string) => id,
    suppress: () => Promise.resolve(() => Promise.resolve()),
    save: () => undefined,
    ...over,
  };
  act(() =>
    render(
      <CardView
        request={request}
        pinning={null}
        withdrawn={null}
        address={{ url: 'https://paper.example/article', host: 'paper.example' }}
        today="2026-11-28"
        whole
        onShown={() => undefined}
        onClose={() => undefined}
        {...props}
      />,
      at,
    ),
  );
  return at;
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = null;
  vi.useRealTimers();
});
