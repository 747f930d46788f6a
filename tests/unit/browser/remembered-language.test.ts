import { afterAll, beforeEach, expect, test, vi } from 'vitest';

type Listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => void;

const listeners = new Set<Listener>();
const get = vi.fn(async () => ({ settings: stored }));
let stored: unknown;

vi.stubGlobal('browser', {
  runtime: { id: 'this' },
  i18n: { getUILanguage: () => 'de-AT' },
  storage: {
    local: { get },
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
});
const { rememberLanguage } = await import('../../../src/browser/words-store.ts');

const choose = (settings: object) => {
  const before = stored;
  stored = settings;
  for (const listener of listeners) listener({ settings: { newValue: stored, oldValue: before } }, 'local');
};

beforeEach(() => {
  vi.clearAllMocks();
  stored = undefined;
});

afterAll(() => vi.unstubAllGlobals());

test('the language is read once, and again when another is chosen', async () => {
  const language = rememberLanguage(new AbortController().signal);
  expect(await Promise.all([language(), language()])).toEqual(['de', 'de']);
  choose({ language: 'fr' });
  expect(await language()).toBe('fr');
  choose({ language: 'fr', enabled: false });
  expect(await language()).toBe('fr');
  expect(get).toHaveBeenCalledTimes(2);
});

test('what could not be read is read again', async () => {
  const language = rememberLanguage(new AbortController().signal);
  get.mockRejectedValueOnce(new Error('busy'));
  await expect(language()).rejects.toThrow('busy');
  expect(await language()).toBe('de');
});
