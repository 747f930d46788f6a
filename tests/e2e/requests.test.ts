/** Every request of a browser is written down; the long form, over two hundred pages, is in tests/full. */
import { describe } from 'vitest';
import { MAINLY_CHROMIUM } from '../helpers/browser.ts';
import { testRequests } from '../helpers/request-tests.ts';

describe.each(MAINLY_CHROMIUM)('requests in %s', (name) => testRequests(name, 10));
