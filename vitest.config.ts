import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { conditions: ['@octavo/source'] },
  ssr: { resolve: { conditions: ['@octavo/source'] } },
};

/** Three projects: what Node alone proves, what foreign tools prove, what takes long. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'tests/*/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/conformance/**', 'tests/slow/**', 'tests/fixtures/**'],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...shared,
        test: { name: 'slow', include: ['tests/slow/**/*.test.ts'], testTimeout: 1_200_000, hookTimeout: 600_000 },
      },
    ],
  },
});
