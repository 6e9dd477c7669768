import { verify } from '@octavo/verify';
import { describe, expect, test } from 'vitest';
import type { Tree } from '../contract/compile-tree.ts';
import type { Fault } from './fault.ts';

/** What is spoilt in a built book, by the name of the group. */
export type FaultGroup = readonly [name: string, faults: readonly Fault[], made: () => Promise<Tree>];

/** Spoils each file that a group says, and asks that `verify` finds it, at its place. */
export function describeFaults(groups: readonly FaultGroup[]): void {
  describe.each(groups.map((group) => [...group] as const))(
    '%s: a fault in the built file is found',
    (_group, faults, made) => {
      test('what was not touched has no difference', async () => {
        const { differences } = await verify({
          ...(await made()),
          formats: ['pdf', 'epub', 'html', 'jsonld'],
        });
        expect(differences.map(({ message }) => message)).toEqual([]);
      });

      test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault: Fault) => {
        const { handbook, files } = await made();
        const spoilt = new Map(files);
        fault.spoil(spoilt);
        const { differences, agrees } = await verify({
          files: spoilt,
          handbook,
          formats: [...(fault.format === 'tree' ? [] : [fault.format]), ...(fault.beside ?? [])],
        });
        const shown = differences.map(({ message }) => message);
        expect(agrees).toBe(false);
        for (const { subject, entry } of fault.finds) {
          const found = differences.filter(
            (one) => one.subject === subject && one.entry === entry && one.format === fault.format,
          );
          expect(
            found.length,
            `${subject} of ${entry ?? 'the book'} among\n${shown.join('\n')}`,
          ).toBeGreaterThan(0);
        }
        const named = new Set([...fault.finds.map(({ entry }) => entry), ...(fault.also ?? []), undefined]);
        const others = differences.filter(({ entry }) => !named.has(entry)).map(({ message }) => message);
        expect(others).toEqual([]);
      });
    },
  );
}
