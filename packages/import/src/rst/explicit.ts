import type { RootContent } from 'mdast';
import { anchor } from '../model/nodes.ts';
import { dedent } from '../text/runs.ts';
import type { RstContext } from './context.ts';
import { type Directive, directiveBlocks } from './directives.ts';
import { slug } from './inline.ts';

/** What begins with "..": a target, a footnote, a substitution, a directive, a comment. */
export function explicit(lines: readonly string[], number: number, context: RstContext): RootContent[] {
  const [head = '', ...rest] = lines;
  const text = head.slice(2).trim();
  const indented = dedent(rest);
  if (/^_(?:`([^`]+)`|(?:[^:`]|\\:)+):/.test(text)) {
    const target = /^_`?((?:[^:`]|\\:)+)`?:/.exec(text)?.[1] ?? '';
    // A target with an address leads elsewhere.
    if (/:\s+\S/.test(text) || /^\s*https?:/.test(rest[0] ?? '')) return [];
    return [{ type: 'paragraph', children: [anchor(slug(target)), anchor(target)] }];
  }
  const [, note, said = ''] = /^\[(#?[\w.*-]*)\]\s*(.*)$/.exec(text) ?? [];
  if (note !== undefined) {
    const children = context.blocks([said, ...indented], number);
    const id = note.replace(/^#/, '').toLowerCase();
    if (id === '' || id === '*') return children;
    const label = note.replace(/^#/, '');
    context.footnotes.set(id, {
      type: 'footnoteDefinition',
      identifier: id,
      label,
      children: children as never,
    });
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
  const { options, content } = optionsOf(indented);
  return directiveBlocks(
    {
      name: name.toLowerCase(),
      argument: argument.trim(),
      options,
      content,
      line: number,
      contentLine: number + 1 + indented.length - content.length,
    },
    context,
  );
}

function optionsOf(lines: readonly string[]): Pick<Directive, 'options' | 'content'> {
  const options = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const [, key, value = ''] = /^:([\w-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    if (key === undefined) return { options, content: lines.slice(at) };
    options.set(key, value);
  }
  return { options, content: [] };
}
