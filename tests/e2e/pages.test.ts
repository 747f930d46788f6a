/** Pages of every kind, each with what must be marked on it and what must not: the quick ones. All of them: tests/full. */
import { describe } from 'vitest';
import { BROWSERS } from '../helpers/browser.ts';
import { loadPageFixtures } from '../helpers/page-fixtures.ts';
import { testPages } from '../helpers/page-tests.ts';

const quick = loadPageFixtures().filter(({ expected }) => expected.quick || process.env.SIDELIGHT_PAGES);

describe.each(BROWSERS)('pages in %s', (name) => testPages(name, quick));
