import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions } from '../src/ledger/version-order.ts';

/** Each list from the earliest to the latest. */
const ORDERED: readonly (readonly string[])[] = [
  [
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1',
    '1.2',
    '1.10',
    '2.0',
  ],
  ['2025.12', '2026.1', '2026.2', '2026.10', '2027.1'],
  ['2026-02', '2026-11', '2026-11-02', '2026-11-22', '2027-01'],
  ['2026', '2026a', '2026b', '2027'],
  ['v1.9', 'v1.10', 'v2'],
  ['1', '1.0.1', '1.1-rc1', '1.1-rc2', '1.1-rc10', '1.1'],
];

describe('versions', () => {
  test.each(ORDERED)('%s … in order', (...versions) => {
    for (const [at, version] of versions.entries())
      for (const [other, later] of versions.entries())
        expect(Math.sign(compareVersions(version, later) ?? Number.NaN), `${version} and ${later}`).toBe(
          Math.sign(at - other),
        );
  });
  test('what is written differently is the same version', () => {
    for (const [a, b] of [
      ['1.0', '1.0.0'],
      ['v1', '1'],
      ['2026-1', '2026.01'],
      ['1.0+build.5', '1.0'],
    ] as const)
      expect(compareVersions(a, b), `${a} and ${b}`).toBe(0);
  });
  test('a version without a number in front has no order', () => {
    expect(compareVersions('Second edition', '1.0')).toBeUndefined();
    expect(compareVersions('1.0', '')).toBeUndefined();
  });
  test('the order is one: antisymmetric and transitive', () => {
    const version = fc.stringMatching(/^\d{1,4}(\.\d{1,3}){0,3}[a-z]?(-[a-z]{1,3}(\.\d{1,2})?)?$/);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareVersions(x, y) ?? 0);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
