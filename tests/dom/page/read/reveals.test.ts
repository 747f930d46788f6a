import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Look, type RevealWatch, watchReveals } from '../../../../src/page/read/reveals.ts';
import { inPage } from '../../../helpers/html.ts';

let stop: AbortController;
let hidden = false;
/** What a look finds. */
let found: Look;
const look = vi.fn(async () => found);

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  hidden = false;
  found = { changed: false, took: 0 };
  look.mockClear();
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const watch = (html: string): { body: HTMLElement; watching: RevealWatch } => {
  const body = inPage(html);
  return { body, watching: watchReveals(document, look, stop.signal) };
};
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test.each(['click', 'keyup', 'change', 'toggle', 'transitionend', 'animationend', 'load'])(
  'after %s it is looked again',
  async (event) => {
    const { body } = watch('<details>x</details>');
    // toggle does not bubble: the listener captures.
    body.firstElementChild?.dispatchEvent(new Event(event));
    expect(look).not.toHaveBeenCalled();
    await pass(250);
    expect(look).toHaveBeenCalledTimes(1);
  },
);

test('a window of another width is looked at again', async () => {
  watch('<p>x</p>');
  window.dispatchEvent(new Event('resize'));
  await pass(250);
  expect(look).toHaveBeenCalledTimes(1);
});

describe('without an event it is looked again after', () => {
  test.each([
    ['a class', () => document.querySelector('p')?.classList.add('open')],
    ['a class of the page', () => document.documentElement.classList.toggle('loaded')],
    ['a style', () => document.querySelector('p')?.setAttribute('style', 'display:block')],
    ['an attribute that only a sheet knows', () => document.querySelector('p')?.removeAttribute('v-cloak')],
    ['a sheet that goes', () => document.querySelector('style')?.remove()],
    ['a sheet that comes', () => document.head.append(document.createElement('style'))],
  ])('%s', async (_, change) => {
    watch('<style></style><p v-cloak>x</p>');
    change();
    await pass(250);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('a class in a shadow tree that is followed', async () => {
    const { body, watching } = watch('<div></div>');
    const root = body.firstElementChild?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<p>x</p>';
    watching.follow([root]);
    root.firstElementChild?.classList.add('open');
    await pass(250);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('a class that changes during a look', async () => {
    const { body } = watch('<p>x</p>');
    look.mockImplementationOnce(async () => {
      body.classList.add('shown');
      return found;
    });
    body.click();
    await pass(250);
    expect(look).toHaveBeenCalledTimes(1);
    await pass(1000);
    expect(look).toHaveBeenCalledTimes(2);
  });
});

test('many events are one look', async () => {
  const { body } = watch('');
  for (let i = 0; i < 30; i++) body.dispatchEvent(new Event('transitionend', { bubbles: true }));
  await pass(2000);
  expect(look).toHaveBeenCalledTimes(1);
});

/** A page that changes a class with every frame, for so many milliseconds. */
async function flicker(body: HTMLElement, milliseconds: number): Promise<void> {
  for (let i = 0; i < milliseconds / 16; i++) {
    body.classList.toggle('tick');
    await pass(16);
  }
}

test('a page that never stops moving is looked at all the same', async () => {
  const { body } = watch('');
  for (let i = 0; i < 20; i++) {
    body.dispatchEvent(new Event('animationend', { bubbles: true }));
    await pass(100);
  }
  expect(look.mock.calls.length).toBeGreaterThan(3);
  expect(look.mock.calls.length).toBeLessThanOrEqual(8);
});

test('and ever more seldom, if it shows nothing new by it', async () => {
  const { body } = watch('');
  await flicker(body, 60_000);
  const looks = look.mock.calls.length;
  expect(looks).toBeGreaterThanOrEqual(60 / 4);
  expect(looks).toBeLessThanOrEqual(22);
  // A click is not made to wait for it.
  body.click();
  await pass(250);
  expect(look).toHaveBeenCalledTimes(looks + 1);
});

test('a page that shows new text now and then is looked at soon', async () => {
  const { body } = watch('');
  await flicker(body, 20_000);
  found = { changed: true, took: 0 };
  await flicker(body, 5000);
  look.mockClear();
  await flicker(body, 2000);
  expect(look.mock.calls.length).toBeGreaterThan(5);
});

test('looks that take long are far apart, whatever happens', async () => {
  found = { changed: true, took: 100 };
  const { body } = watch('');
  for (let i = 0; i < 100; i++) {
    body.click();
    body.classList.toggle('tick');
    await pass(100);
  }
  expect(look.mock.calls.length).toBeLessThanOrEqual(6);
});

test('a hidden tab is not looked at', async () => {
  const { body } = watch('');
  hidden = true;
  body.classList.toggle('tick');
  await pass(5000);
  expect(look).not.toHaveBeenCalled();
  hidden = false;
  body.classList.toggle('tick');
  await pass(5000);
  expect(look).toHaveBeenCalledTimes(1);
});

test('ends with the signal, whatever is due', async () => {
  const { body } = watch('');
  body.click();
  stop.abort();
  body.click();
  body.classList.toggle('tick');
  await pass(2000);
  expect(look).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
