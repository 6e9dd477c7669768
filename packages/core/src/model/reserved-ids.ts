/** Folders of the source, and of the built site, that hold something else than a chapter: no chapter or page is named so. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'approvals',
  'assets',
  'back',
  'context',
  'entry',
  'feed',
  'front',
  'inventory',
  'releases',
  'volume',
]);
