import type { PressFormat } from '@octavo/press';

/** Of the formats those that are not ours, as a comparison needs them. */
export function othersOf(formats: readonly PressFormat[]): readonly PressFormat[] {
  return formats.filter(({ blame }) => blame);
}
