import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that need no browser, and those that need a DOM. End-to-end tests have a configuration of their own project. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/property/**/*.test.ts',
            'tests/house/**/*.test.ts',
            'tests/gold/**/*.test.ts',
          ],
          setupFiles: ['fake-indexeddb/auto'],
          // Files share a process and what they import: half the time. What a test leaves behind globally would be seen.
          isolate: false,
          // Commands are run as a maintainer runs them, in processes of their own: on a busy machine that takes a while.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          isolate: false,
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // A browser waits more than it works: two at a time take little more than half the time of one after the other.
          maxWorkers: 2,
          // Generous, because what is waited for comes when the machine gets to it; a failure seldom needs all of it.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      // Long matrices, only with `npm run test:full`.
      ...(process.env.SIDELIGHT_FULL === '1'
        ? [
            {
              test: {
                name: 'full',
                environment: 'node' as const,
                include: ['tests/full/**/*.test.ts'],
                fileParallelism: false,
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
          ]
        : []),
    ],
  },
});
