/** The lists of pages, the more exact first. */
export const LISTS: RegExp =
  /(?:^|\/)(?:SUMMARY\.md|_sidebar\.md|_navbar\.md|mkdocs\.ya?ml|_quarto\.ya?ml|_toc\.ya?ml|sidebars\.(?:[cm]?[jt]s|json))$/;
/** Files that say a book's title. */
export const TITLES: RegExp =
  /(?:^|\/)(?:book\.toml|mkdocs\.ya?ml|_quarto\.ya?ml|docusaurus\.config\.[cm]?[jt]s)$/;
export const FOLDERS: RegExp = /(?:^|\/)_category_\.(?:json|ya?ml)$/;

/** Whether a file is a generator's own, which says the order and the titles of the documents beside it. */
export function isContentsFile(path: string): boolean {
  return LISTS.test(path) || TITLES.test(path) || FOLDERS.test(path);
}
