/**
 * Folders of the source and of the built site that contain something other than a chapter: no chapter or page
 * may have such an id.
 */
export const RESERVED_IDS: ReadonlySet<string> = new Set(
  'approvals assets back context entry feed front inventory releases snippets taxonomies volume'.split(' '),
);
