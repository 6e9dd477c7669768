import type { Change } from '../model/change.ts';

/** The changes as they are printed: substantial ones, then mere corrections. */
export interface FoldedChanges {
  readonly telling: readonly Change[];
  /** Marked `editorial`, such as a typing error mended. */
  readonly corrections: readonly Change[];
}

/** Separates the changes; only a changed or moved item can be a mere correction. */
export function foldChanges(changes: readonly Change[]): FoldedChanges {
  const isCorrection = ({ kind, significance }: Change): boolean =>
    significance === 'editorial' && (kind === 'changed' || kind === 'moved');
  return {
    telling: changes.filter((change) => !isCorrection(change)),
    corrections: changes.filter(isCorrection),
  };
}
