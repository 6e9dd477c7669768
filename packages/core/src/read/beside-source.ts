/** Folders and files of a repository that Octavo knows and leaves alone. */
const KNOWN =
  /^(?:import-report\.md|(?:releases|inventory)\/.*|(?:readme|license)(?:[.-][\w-]+)*|(?:.*\/)?(?:\..+|node_modules\/.*))$/i;

/** The same in any folder except those of prose pages, where a page may well be a license. */
const NESTED = /^(?!front\/|back\/|snippets\/).+\/(?:readme|license)(?:[.-][\w-]+)*$/i;

/**
 * What a repository says of itself at its top: `CONTRIBUTING.md`, `CODE_OF_CONDUCT.de.md`, `Changelog.markdown`.
 * Entries begin with a number and lie in folders.
 */
const ABOUT_REPOSITORY =
  /^(?:[A-Z][A-Z\d]*(?:[_-][A-Z\d]+)*|(?:authors|changelog|changes|code[_-]of[_-]conduct|codeowners|contributing|contributors|copying|governance|history|licen[cs]e|maintainers|news|notice|privacy|readme|releasing|roadmap|security|support|todo))(?:[.-][\w-]+)*\.(?:md|mdx|mdown|markdown)$/;

/** Whether a file stands beside the book's sources and is none of them. */
export function isBesideSource(path: string): boolean {
  if (KNOWN.test(path) || path.includes('/')) return KNOWN.test(path) || NESTED.test(path);
  return ABOUT_REPOSITORY.test(path) || ABOUT_REPOSITORY.test(path.toLowerCase());
}

/** Files among those that the book is made from nevertheless. */
export const OF_THE_BOOK: RegExp = /^(?:releases|inventory)\//;
