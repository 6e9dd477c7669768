import type { FormatDescriptor } from '@octavo/core';
import type { LoadedFormat } from '../formats.ts';

/** The readers that formats of others bring along, by the name of the format. */
export function readersOf(
  formats: readonly LoadedFormat[],
): ReadonlyMap<string, NonNullable<FormatDescriptor['read']>> {
  return new Map(
    formats.flatMap(({ name, foreign, descriptor }) =>
      foreign && descriptor.read ? [[name, descriptor.read]] : [],
    ),
  );
}
