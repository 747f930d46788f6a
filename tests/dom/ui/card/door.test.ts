/** The card's element on a page: one at a time, gone when closed, and the focus back where it was. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardDoor, CloseReason, OpenRequest } from '../../../../src/page/card-door.ts';
import { createCardDoor } from '../../../../src/ui/card/door.tsx';
import { aCard } from '../../../unit/ui/a-card.ts';

let door: CardDoor;
let closed: CloseReason[];
let words: DOMRect | null;

function open(over: Partial<OpenRequest> = {}): void {
  const request: OpenRequest = {
    entity: { id: 'square', name: 'Square Watch' },
    card: aCard(),
    page: { date: '2019-06-18', urls: [], titles: [] },
    anchor: () => words,
    mention: 'Square Watch',
    why: [],
    context: { sentence: '', entities: [] },
    linked: [],
    focus: false,
    loadCard: () => Promise.resolve(null),
    openSource: null,
    loadTools: () => Promise.reject(new Error('no tools here')),
    nameOf: (id) => id,
    suppress: () => Promise.resolve(() => Promise.resolve()),
    words: () => null,
    save: () => undefined,
    onPointer: () => undefined,
    onClosed: (reason) => closed.push(reason),
    ...over,
  };
  act(() => door.open(request));
}

const cards = () => [...document.querySelectorAll<HTMLElement>('sidelight-card')];
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  document.body.innerHTML = '<p><button id="before">A button</button> Square Watch</p>';
  door = createCardDoor(document);
  closed = [];
  words = new DOMRect(10, 10, 80, 20);
});

afterEach(() => door.close('gone'));

describe('the card on a page', () => {
  it('stands outside the body, keeps its inside to itself, and is gone when it closes', () => {
    open();
    const [card] = cards();
    expect(card?.parentElement).toBe(document.documentElement);
    expect(card?.shadowRoot).toBeNull();
    expect(door.shown()?.card.id).toBe('square');
    door.close('left');
    expect([cards().length, closed, door.shown()]).toEqual([0, ['left'], null]);
  });

  it('gives way to the next', () => {
    open();
    open({ card: aCard({ id: 'other' }) });
    expect([cards().length, closed, door.shown()?.card.id]).toEqual([1, ['replaced'], 'other']);
  });

  it('closes at Escape before the page hears of it, and gives the focus back', () => {
    let heard = 0;
    document.addEventListener('keydown', () => heard++, { capture: true, once: true });
    const before = document.querySelector<HTMLElement>('#before');
    before?.focus();
    open({ focus: true });
    expect(document.activeElement).toBe(cards()[0]);
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect([closed, heard, event.defaultPrevented]).toEqual([['escape'], 0, true]);
    expect(document.activeElement).toBe(before);
  });

  it('leaves Escape to the input method, and other keys alone', () => {
    open();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }),
    );
    expect(closed).toEqual([]);
  });

  it('gives the focus back to where it was before the first of several cards', () => {
    const before = document.querySelector<HTMLElement>('#before');
    before?.focus();
    open({ focus: true });
    open({ focus: true });
    door.close('left');
    expect(document.activeElement).toBe(before);
  });

  it('leaves a focus that never was in it where it is', () => {
    const before = document.querySelector<HTMLElement>('#before');
    before?.focus();
    open();
    before?.blur();
    door.close('escape');
    expect(document.activeElement).toBe(document.body);
  });

  it('closes when the page is pressed, not when the card is', () => {
    open();
    cards()[0]?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(closed).toEqual([]);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    expect(closed).toEqual(['outside']);
  });

  it('tells the page nothing of what happens in it', () => {
    let heard = 0;
    const types = ['click', 'pointerdown', 'mousemove', 'wheel', 'keydown', 'copy', 'focusin'];
    for (const type of types) document.addEventListener(type, () => heard++, { once: true });
    open();
    for (const type of types) cards()[0]?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).toBe(0);
  });

  it('closes when its words are gone, even before it was opened', async () => {
    words = null;
    open();
    await settled();
    expect([closed, cards().length]).toEqual([['gone'], 0]);
  });

  it('closes when the page throws it out', async () => {
    open();
    cards()[0]?.remove();
    await settled();
    expect(closed).toEqual(['gone']);
  });

  it('reports the pointer', () => {
    const inside: boolean[] = [];
    open({ onPointer: (is) => inside.push(is) });
    cards()[0]?.dispatchEvent(new Event('pointerenter'));
    cards()[0]?.dispatchEvent(new Event('pointerleave'));
    expect(inside).toEqual([true, false]);
  });

  it('does not take a finger that is lifted for a pointer that has left', () => {
    const inside: boolean[] = [];
    open({ onPointer: (is) => inside.push(is) });
    cards()[0]?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    cards()[0]?.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }));
    expect(inside).toEqual([true]);
  });
});
