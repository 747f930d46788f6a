/** Pages as folders: `source.html` (or what `file` says), and what is expected of it in `expected.json`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One step: `assert` waits until it holds. */
export type Step =
  | { readonly do: 'wait'; readonly ms: number }
  | {
      readonly do: 'scroll';
      readonly to: 'bottom' | 'top';
      readonly repeat?: number;
      readonly pause_ms?: number;
    }
  | { readonly do: 'click'; readonly selector: string }
  | { readonly do: 'type'; readonly selector: string; readonly text: string }
  | { readonly do: 'media'; readonly type: 'print' | 'screen' }
  | { readonly do: 'evaluate'; readonly code: string }
  | {
      readonly do: 'assert';
      readonly must?: readonly string[];
      readonly mustNot?: readonly string[];
      readonly none?: boolean;
    };

export interface ExpectedPage {
  readonly about: string;
  /** Part of the quick run. */
  readonly quick?: boolean;
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Each entry is a mark that must be there after the steps; the same text twice means two marks. */
  readonly must: readonly { readonly text: string; readonly note?: string }[];
  /** Texts that must not be marked inside what the selector finds. */
  readonly mustNot: readonly { readonly text: string; readonly selector: string; readonly reason: string }[];
  /**
   * `still`: the DOM is byte for byte what it was when it was parsed. `painted`: taking the marks away changes pixels.
   * `page`: an expression that is true in the page. Words are for people.
   */
  readonly invariants: readonly ('still' | 'painted' | { readonly page: string } | (string & {}))[];
}

export interface PageFixture {
  readonly slug: string;
  readonly folder: string;
  readonly expected: ExpectedPage;
}

/** Another folder of pages can be tried with the same runner: SIDELIGHT_PAGES=/path npm test -- tests/e2e/pages.test.ts */
const FOLDER = process.env.SIDELIGHT_PAGES ?? resolve(import.meta.dirname, '../fixtures/pages');

export function loadPageFixtures(): PageFixture[] {
  return readdirSync(FOLDER)
    .sort()
    .filter((slug) => existsSync(join(FOLDER, slug, 'expected.json')))
    .map((slug) => ({
      slug,
      folder: join(FOLDER, slug),
      // Written by us: what is missing fails the page's own test.
      expected: JSON.parse(readFileSync(join(FOLDER, slug, 'expected.json'), 'utf8')) as ExpectedPage,
    }));
}
