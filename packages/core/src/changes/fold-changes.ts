import type { Change } from '../model/change.ts';

/** The changes as they are printed: those that say something, then those that only correct. */
export interface FoldedChanges {
  readonly telling: readonly Change[];
  /** Marked `editorial`, such as a typing error mended. */
  readonly corrections: readonly Change[];
}

/** Parts the changes; only what was changed or moved can be a mere correction. */
export function foldChanges(changes: readonly Change[]): FoldedChanges {
  const isCorrection = ({ kind, significance }: Change): boolean =>
    significance === 'editorial' && (kind === 'changed' || kind === 'moved');
  return {
    telling: changes.filter((change) => !isCorrection(change)),
    corrections: changes.filter(isCorrection),
  };
}
