/** Code, or a note that stands where it is cited (`^[so]`, Pandoc). */
const INLINE_NOTE =
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))|`[^`\n]*`|(?<!\[)\^\[((?:[^\][\n]|\[[^\]\n]{0,500}\]){1,2000})\]/gm;

/** A text whose notes stand at its end. */
export function notesApart(text: string): string {
  const notes: string[] = [];
  const cited = text.replace(INLINE_NOTE, (whole, _fence, note?: string) => {
    if (note === undefined) return whole;
    notes.push(`[^inline-${notes.length + 1}]: ${note}`);
    return `[^inline-${notes.length}]`;
  });
  return notes.length === 0 ? text : `${cited.trimEnd()}\n\n${notes.join('\n')}\n`;
}
