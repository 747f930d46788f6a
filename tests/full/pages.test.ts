/** Pages of every kind in both browsers: all that there are. */
import { describe } from 'vitest';
import { BROWSERS } from '../helpers/browser.ts';
import { loadPageFixtures } from '../helpers/page-fixtures.ts';
import { testPages } from '../helpers/page-tests.ts';

describe.each(BROWSERS)('all pages in %s', (name) => testPages(name, loadPageFixtures()));
