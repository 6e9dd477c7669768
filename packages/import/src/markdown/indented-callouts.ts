import { calloutKind } from '../model/callout-kind.ts';

const HEAD = /^(\s*)(?:!!!|\?\?\?\+?)(\s*)([\w-]+)(?: [\w -]+)?(?:\s+"([^"]*)")?\s*$/;
const TAB = /^\s*===[!+]?\s+["']([^"']*)["']\s*$/;

/**
 * MkDocs call-outs (`!!! note "Title"` and an indented body) as containers, lines kept. `??? question "…"`
 * and the like, which fold, become details, `=== "Name"` a tab.
 */
export function indentedCallouts(text: string): string {
  if (!/^\s*(?:!!!|\?\?\?|===[!+]? ["'])/m.test(text)) return text;
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
    const tab = TAB.exec(line)?.[1];
    const [, , space, name = '', title] = HEAD.exec(line) ?? [];
    // Without a space it may be a shout.
    const isHead = name !== '' && (space !== '' || calloutKind(name) !== undefined);
    if (!isHead && tab === undefined) {
      made.push(open.length > 0 ? line.slice(Math.min(indent, shift)) : line);
      continue;
    }
    const folds = /^\s*\?\?\?/.test(line);
    open.push({ indent: indent + 4, close: `${' '.repeat(Math.max(0, indent - shift))}:::` });
    const what = tab === undefined ? (folds ? 'details' : (calloutKind(name) ?? 'note')) : 'tab';
    const heading = tab ?? title ?? (folds ? name : undefined);
    made.push(`${' '.repeat(Math.max(0, indent - shift))}:::${what}${heading ? `[${heading}]` : ''}`);
  }
  made.push(...open.reverse().map(({ close }) => `\n${close}`));
  return made.join('\n');
}
