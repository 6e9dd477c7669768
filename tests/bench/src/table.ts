/** A Markdown table. */
export function markdownTable(
  head: readonly (string | number)[],
  lines: readonly (readonly (string | number)[])[],
): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
