/** An id at the end of a heading, a caption or a formula, as Pandoc and others write it; no id of XML has a colon. */
export const OWN_ID: RegExp = /(?<!\\)[ \t]*(?<!\\)\{#([\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*)\}[ \t]*$/u;

/** What a caption begins with that stands before its table: "Table:", the book's own word for it, or ":" alone. */
export function captionMark(text: string, word: string): string | undefined {
  const [mark, own = ''] = /^([^:\n]{0,40})(?<!\\):[ \t]+/u.exec(text) ?? [];
  const isOne = ['', 'table', word.toLowerCase()].includes(own.trim().toLowerCase());
  return isOne ? mark : undefined;
}
