import type { VFile } from 'vfile';

/** Every message of the files as text: one line each, sorted by path, line and column, with what was expected and noted below it. */
export function formatMessages(files: readonly VFile[]): string {
  return files
    .flatMap((file) => file.messages.map((message) => ({ path: file.path, message })))
    .sort(
      (a, b) =>
        (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
        Number(a.message.line) - Number(b.message.line) ||
        Number(a.message.column) - Number(b.message.column),
    )
    .map(({ path, message }) => {
      const { line, column, fatal, ruleId, reason, expected = [], note } = message;
      const head = `${path}:${line}:${column}  ${fatal ? 'error' : 'warning'}  ${ruleId}  ${reason}\n`;
      return `${head}${expected.length > 0 ? `    expected: ${expected.join(', ')}\n` : ''}${note ? `    note: ${note}\n` : ''}`;
    })
    .join('');
}
