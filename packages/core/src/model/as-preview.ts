import type { Handbook } from './handbook.ts';

/**
 * The handbook as it is built before, or beside, its release: each format marks every page, document and file of
 * it with `labels.preview`, so that nobody takes it for the release. Fingerprints, IRIs, the graph and the feed
 * are those of the release: a statement in JSON-LD that said "preview" would be one about the work, and would
 * change the hash that copies are held to. There `release.jsonld` and manifest.json alone have the stage.
 */
export function asPreview(handbook: Handbook): Handbook {
  return { ...handbook, stage: 'preview' };
}

/** The words that mark a preview; undefined for a release. */
export function previewMark({ stage, labels }: Pick<Handbook, 'stage' | 'labels'>): string | undefined {
  return stage === 'preview' ? labels.preview : undefined;
}
