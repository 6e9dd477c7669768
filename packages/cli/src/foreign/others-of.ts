import type { FormatDescriptor } from '@octavo/core';
import type { LoadedFormat } from '../formats.ts';

/** Of the formats those that are not ours, as a comparison needs them. */
export function othersOf(formats: readonly LoadedFormat[]): readonly FormatDescriptor[] {
  return formats.filter(({ foreign }) => foreign).map(({ descriptor }) => descriptor);
}
