import type { Handbook } from './documents.generated.ts';

/**
 * Returns the handbook as it is built before, or beside, its release: each format marks every page, document
 * and file with `labels.preview`, so that nobody mistakes it for the release. Fingerprints, IRIs, the graph
 * and the feed are those of the release: a "preview" statement in JSON-LD would be a statement about the
 * work, and would change the hash that copies are compared with. Only `release.jsonld` and manifest.json
 * record the stage there.
 */
export function asPreview(handbook: Handbook): Handbook {
  return { ...handbook, stage: 'preview' };
}

/** The words that mark a preview; undefined for a release. */
export function previewMark({ stage, labels }: Pick<Handbook, 'stage' | 'labels'>): string | undefined {
  return stage === 'preview' ? labels.preview : undefined;
}
