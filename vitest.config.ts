import { defineConfig } from 'vitest/config';
import LongestFirst from './apps/server/src/testing/longest-first.ts';

const architecture = 'apps/server/src/architecture.test.ts';
const generated = ['**/node_modules/**', '**/dist*/**'];
// Generous, since only failures wait this long: a busy machine is no failure.
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};
const server = {
  setupFiles: ['apps/server/src/testing/setup.ts'],
  // Two cores are what the smallest machine has; each worker has a database of its own.
  maxWorkers: 2,
  // Loading the server takes longer than most files' tests: the files of one worker share what is loaded.
  isolate: false,
  ...patience,
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/web/{src,build}/**/*.test.{ts,tsx}'],
          exclude: generated,
          maxWorkers: 2,
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          ...server,
          name: 'server',
          include: ['apps/server/**/*.test.ts'],
          exclude: [...generated, architecture],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: 'architecture', include: [architecture], maxWorkers: 2, ...patience },
      },
      {
        test: {
          ...server,
          name: 'e2e',
          include: ['apps/web/e2e/**/*.test.ts'],
          exclude: generated,
          globalSetup: ['apps/web/e2e/global-setup.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
