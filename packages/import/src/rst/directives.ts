import type { RootContent } from 'mdast';
import { calloutKind } from '../model/callout-kind.ts';
import { admonition, anchor, details } from '../model/nodes.ts';
import type { RstContext } from './context.ts';
import { rstInline } from './inline.ts';
import { listTable } from './list-table.ts';

/** A directive, cut into its parts. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  /** Its indented content, without the indentation. */
  readonly content: readonly string[];
  readonly line: number;
  /** The line of the content's first. */
  readonly contentLine: number;
}

const CODE: ReadonlySet<string> = new Set([
  'code',
  'code-block',
  'sourcecode',
  'parsed-literal',
  'literal',
  'prompt',
  'doctest',
  'highlight-block',
  'console',
  'math',
]);
const UNSEEN: ReadonlySet<string> = new Set([
  'contents',
  'toctree',
  'sectnum',
  'index',
  'meta',
  'highlight',
  'default-role',
  'role',
  'currentmodule',
  'module',
  'target-notes',
  'local-toc',
  'include',
  'literalinclude',
  'raw',
  'default-domain',
  'tabularcolumns',
  'header',
  'footer',
  'class',
  'rst-class',
  'todolist',
  'replace',
  'unicode',
  'date',
]);

/** What a directive is in a handbook. One without a meaning here gives up its content; what shows nothing is listed as left out. */
export function directiveBlocks(directive: Directive, context: RstContext): RootContent[] {
  const { name, argument, content, contentLine, line } = directive;
  const inner = (lines: readonly string[] = content) => context.blocks(lines, contentLine);
  const named = name.split(':').at(-1) ?? name;
  if (CODE.has(named))
    return named === 'math'
      ? [{ type: 'math', value: [argument, ...content].join('\n').trim() } as RootContent]
      : codeOf(directive);
  if (UNSEEN.has(named)) {
    context.drop(
      named === 'contents' || named === 'toctree' ? 'contents list' : 'directive',
      [argument, ...content].join('\n'),
      line,
    );
    return [];
  }
  const kind = calloutKind(named);
  if (kind) {
    const titled = named === 'admonition';
    const title = titled ? rstInline(argument, context.names) : [];
    // The text of an admonition may begin on the directive's own line.
    const body = titled || argument === '' ? content : [argument, ...content];
    return [admonition(kind, title, context.blocks(body, line))];
  }
  switch (named) {
    case 'image':
    case 'figure':
      return imageOf(directive, context, inner);
    case 'versionadded':
    case 'versionchanged':
    case 'deprecated':
    case 'versionremoved':
      return [
        {
          type: 'paragraph',
          children: [
            { type: 'emphasis', children: [{ type: 'text', value: named }] },
            { type: 'text', value: ` ${argument}` },
          ],
        },
        ...inner(),
      ];
    case 'rubric':
    case 'topic':
    case 'sidebar':
    case 'centered':
      return [...bold(argument, context), ...inner()];
    case 'dropdown':
    case 'collapse':
    case 'details':
      return [details(rstInline(argument, context.names), inner())];
    case 'list-table':
      return [...bold(argument, context), ...listTable(directive, context)];
    case 'csv-table':
    case 'table':
      return [
        ...bold(argument, context),
        ...(named === 'table' ? inner() : codeOf({ ...directive, argument: '' })),
      ];
    case 'glossary':
      return inner();
    default:
      return [
        ...(argument === '' || /^[\w.-]+$/.test(argument)
          ? dropArgument(argument, directive, context)
          : [{ type: 'paragraph' as const, children: rstInline(argument, context.names) }]),
        ...inner(),
      ];
  }
}

function dropArgument(argument: string, { name, line }: Directive, context: RstContext): RootContent[] {
  if (argument !== '') context.drop('directive', `${name} ${argument}`, line);
  return [];
}

function codeOf({ argument, content, options }: Directive): RootContent[] {
  const lang =
    /^[\w+#.-]+$/.test(argument) && argument !== 'none' && argument !== 'text' ? argument : undefined;
  const value = [
    ...(lang === undefined && argument !== '' && argument !== 'none' && argument !== 'text'
      ? [argument]
      : []),
    ...content,
  ]
    .join('\n')
    .replace(/^\n+|\s+$/g, '');
  const caption = options.get('caption');
  const code: RootContent = { type: 'code', ...(lang ? { lang } : {}), value };
  return caption ? [{ type: 'paragraph', children: [{ type: 'text', value: caption }] }, code] : [code];
}

function imageOf(
  { argument, options }: Directive,
  context: RstContext,
  inner: () => RootContent[],
): RootContent[] {
  const target = options.get('target');
  const image = { type: 'image' as const, url: argument, alt: options.get('alt') ?? '', title: null };
  const id = options.get('name');
  const shown = target
    ? [
        {
          type: 'link' as const,
          url: context.names.links.get(target.replace(/_$/, '').toLowerCase()) ?? target,
          title: null,
          children: [image],
        },
      ]
    : [image];
  return [{ type: 'paragraph', children: [...(id ? [anchor(id)] : []), ...shown] }, ...inner()];
}

function bold(argument: string, context: RstContext): RootContent[] {
  return argument === ''
    ? []
    : [{ type: 'paragraph', children: [{ type: 'strong', children: rstInline(argument, context.names) }] }];
}
