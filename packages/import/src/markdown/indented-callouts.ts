import { calloutKind } from './callouts.ts';

const HEAD = /^(\s*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/;

/**
 * MkDocs call-outs (`!!! note "Title"` and an indented body) as containers, lines kept. `??? question "…"`
 * and the like, which fold, become `<details>`.
 */
export function indentedCallouts(text: string): string {
  if (!/^\s*(?:!!!|\?\?\?)/m.test(text)) return text;
  const lines = text.split('\n');
  const open: { indent: number; close: string }[] = [];
  const made: string[] = [];
  for (const line of lines) {
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    const closing: string[] = [];
    if (line.trim() !== '')
      for (let last = open.at(-1); last && indent < last.indent; last = open.at(-1)) {
        closing.push(last.close);
        open.pop();
      }
    // The closing fence takes the blank line before, so that line numbers stay.
    if (closing.length > 0 && made.at(-1)?.trim() === '') made.splice(-1, 1, closing.join('\n'));
    else if (closing.length > 0) made.push(closing.join('\n'));
    const shift = open.length * 4;
    const [, , name = '', title] = HEAD.exec(line) ?? [];
    if (name === '') {
      made.push(open.length > 0 ? line.slice(Math.min(indent, shift)) : line);
      continue;
    }
    const folds = /^\s*\?\?\?/.test(line);
    open.push({ indent: indent + 4, close: folds ? '</details>' : ':::' });
    const heading = title ?? name;
    if (folds) made.push(`<details><summary>${heading.replaceAll('<', '&lt;')}</summary>`);
    else made.push(`:::${calloutKind(name) ?? 'note'}${title ? `[${title}]` : ''}`);
  }
  made.push(...open.reverse().map(({ close }) => `\n${close}`));
  return made.join('\n');
}
