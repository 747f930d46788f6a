/** Two hundred pages read in each browser, and not one request that is not the page's. */
import { describe } from 'vitest';
import { BROWSERS } from '../helpers/browser.ts';
import { testRequests } from '../helpers/request-tests.ts';

describe.each(BROWSERS)('requests in %s', (name) => testRequests(name, 200));
