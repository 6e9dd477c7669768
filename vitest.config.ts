import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const shared = {
  resolve: { conditions: ['@octavo/source'] },
  ssr: { resolve: { conditions: ['@octavo/source'] } },
};

/** What every test file begins with: the seed of random tests. */
const setupFiles = [fileURLToPath(new URL('tests/seed.ts', import.meta.url))];

/** A summary for machines, where one is asked for. */
const reportFile = process.env.OCTAVO_TEST_REPORT;

/** Three projects: what Node alone proves, what foreign tools prove, what takes long. */
const config: ViteUserConfig = defineConfig({
  test: {
    maxWorkers: '100%',
    reporters: reportFile ? ['default', ['json', { outputFile: reportFile }]] : ['default'],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          setupFiles,
          // Tests keep to themselves: one set of modules serves every file of a worker.
          isolate: false,
          include: ['packages/*/test/**/*.test.ts', 'tests/*/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/conformance/**', 'tests/slow/**', 'tests/fixtures/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'conformance',
          setupFiles,
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'slow',
          setupFiles,
          include: ['tests/slow/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});

export default config;
