/** A page of the extension at its start. */
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Words } from '../../../../src/core/words/fill.ts';
import { wordsOf } from '../../../../src/core/words/languages.ts';
import { drawPage } from '../../../../src/ui/pages/draw.tsx';
import { speak } from '../../../../src/ui/words.ts';

const SAID = { hello: 'Hello' };
const german: Words = { ...wordsOf('de'), tables: { SAID: { hello: 'Hallo' } } };

afterEach(() => {
  vi.useRealTimers();
  speak(wordsOf('en'), { SAID });
  render(null, document.body);
});

function start(readWords: () => Promise<Words>) {
  vi.useFakeTimers();
  document.body.innerHTML = '<div id="root"></div>';
  const host = { document, readWords, onLanguageChanged: () => undefined };
  void drawPage(host, { SAID }, () => <p>{SAID.hello}</p>);
}

test('speaks the reader’s language from the first', async () => {
  start(() => Promise.resolve(german));
  await vi.advanceTimersByTimeAsync(1);
  expect(document.body.textContent).toBe('Hallo');
});

test('does not wait long for its words, and takes them when they come', async () => {
  const { promise, resolve: tell } = Promise.withResolvers<Words>();
  start(() => promise);
  await vi.advanceTimersByTimeAsync(100);
  expect(document.body.textContent).toBe('');
  await vi.advanceTimersByTimeAsync(900);
  expect(document.body.textContent).toBe('Hello');
  tell(german);
  await vi.advanceTimersByTimeAsync(1);
  expect(document.body.textContent).toBe('Hallo');
});
