/** Elements that mark a run of text, by the name of the handbook's node. */
export const STYLES: Readonly<Record<string, string | undefined>> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'delete',
  s: 'delete',
  sub: 'subscript',
  sup: 'superscript',
  kbd: 'keyboard',
};
