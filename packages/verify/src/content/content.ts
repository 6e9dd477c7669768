/**
 * What any format says, in one form: text, and the few kinds of things that contain text. Every reader makes
 * it from what it read, and `expected/` makes it from the handbook; then the two are compared.
 */
export type Content = string | Said;

export interface Said {
  readonly kind: Kind;
  /**
   * A heading's depth, a list's `ordered` or `bullet`, what stands before an item (`3`, `•`, `• done`), a
   * formula's TeX, an image's alternative text, the anchor of what a label numbers, where a link leads, a note's index, a box's kind, a language tag,
   * the name of a style. Empty otherwise.
   */
  readonly detail: string;
  readonly children: readonly Content[];
}

export type Kind =
  | 'block'
  | 'heading'
  | 'list'
  | 'item'
  | 'quote'
  | 'code'
  | 'inlineCode'
  | 'table'
  | 'row'
  | 'cell'
  | 'formula'
  | 'image'
  | 'caption'
  | 'label'
  | 'link'
  | 'mark'
  | 'note'
  | 'box'
  | 'language'
  | 'style'
  | 'rule'
  | 'break';

/** Makes a `Said`. */
export function said(kind: Kind, detail: string, children: readonly Content[] = []): Said {
  return { kind, detail, children };
}

/** Returns every `Said` in reading order, each before its contents. */
export function allSaid(content: readonly Content[]): readonly Said[] {
  const found: Said[] = [];
  const visit = (part: Content): void => {
    if (typeof part === 'string') return;
    found.push(part);
    for (const child of part.children) visit(child);
  };
  for (const part of content) visit(part);
  return found;
}

/** Where the links in it lead, in reading order. */
export function linksOf(content: readonly Content[]): string[] {
  return allSaid(content).flatMap(({ kind, detail }) => (kind === 'link' ? [detail] : []));
}
