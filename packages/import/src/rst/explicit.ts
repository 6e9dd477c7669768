import type { FootnoteDefinition, RootContent } from 'mdast';
import { anchor } from '../model/nodes.ts';
import { dedent } from '../text/runs.ts';
import type { RstContext } from './context.ts';
import { directiveBlocks } from './directives.ts';
import { slug } from './inline.ts';

/** What begins with "..": a target, a footnote, a substitution, a directive, a comment. */
export function explicit(lines: readonly string[], number: number, context: RstContext): RootContent[] {
  const [head = '', ...rest] = lines;
  const text = head.slice(2).trim();
  const indented = dedent(rest);
  const [, target] = /^_(?:`([^`]+)`|(?:[^:`]|\\:)+):/.exec(text)
    ? [0, /^_`?((?:[^:`]|\\:)+)`?:/.exec(text)?.[1] ?? '']
    : [];
  if (typeof target === 'string')
    return [{ type: 'paragraph', children: [anchor(slug(target)), anchor(target)] }];
  const [, note, said = ''] = /^\[(#?[\w.*-]*)\]\s*(.*)$/.exec(text) ?? [];
  if (note !== undefined) {
    const children = context.blocks([said, ...indented], number);
    const id = note.replace(/^#/, '').toLowerCase();
    if (id === '' || id === '*') return children;
    const definition: FootnoteDefinition = {
      type: 'footnoteDefinition',
      identifier: id,
      label: note.replace(/^#/, ''),
      children: children as never,
    };
    context.footnotes.set(id, definition);
    return [];
  }
  if (/^\|[^|]+\|\s+[\w-]+::/.test(text)) {
    context.drop('directive', [text, ...indented].join('\n'), number);
    return [];
  }
  const [, name, argument = ''] = /^([\w][\w:.+-]*?)\s?::(?:\s+(.*)|)$/.exec(text) ?? [];
  if (name === undefined) {
    context.drop('comment', [text, ...indented].join('\n'), number);
    return [];
  }
  const { options, content, more, skipped } = optionsOf(indented);
  return directiveBlocks(
    {
      name: name.toLowerCase(),
      argument: [argument, ...more].join(' ').trim(),
      options,
      content,
      line: number,
      contentLine: number + 1 + skipped,
    },
    context,
  );
}

function optionsOf(lines: readonly string[]) {
  const options = new Map<string, string>();
  const more: string[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const [, key, value = ''] = /^:([\w-]+):(?:\s+(.*))?$/.exec(lines[at] ?? '') ?? [];
    if (key === undefined) break;
    options.set(key, value);
  }
  return { options, more, content: lines.slice(at), skipped: at };
}
