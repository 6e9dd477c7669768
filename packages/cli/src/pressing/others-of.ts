import type { PressFormat } from '@octavo/press';

/** Returns the formats from outside Octavo in the form that a comparison needs. */
export function othersOf(formats: readonly PressFormat[]): readonly PressFormat[] {
  return formats.filter(({ blame }) => blame);
}
