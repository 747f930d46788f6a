import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What uses a database: each file has one of its own. */
const WITH_STORAGE = ['background', 'browser', 'library', 'storage', 'updates'].map(
  (room) => `tests/unit/${room}/**/*.test.{ts,tsx}`,
);

/** Left to itself, vitest leaves one core idle: on two cores that doubles the time. */
const WORKERS = Math.max(2, availableParallelism() - 1);

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
          exclude: WITH_STORAGE,
          maxWorkers: WORKERS,
          // Files share a process and what they import: half the time.
          isolate: false,
          // Commands are run as a maintainer runs them, in processes of their own: on a busy machine that takes a while.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'storage',
          environment: 'node',
          include: WITH_STORAGE,
          maxWorkers: WORKERS,
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          maxWorkers: WORKERS,
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Browsers wait more than they work: two files at once halve the time. More of them would wait for each other.
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 1 },
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
                sequence: { groupOrder: 2 },
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
          ]
        : []),
    ],
  },
});
