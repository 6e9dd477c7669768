import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isWords } from '../html/inline-content.ts';
import { calloutKind } from '../model/callout-kind.ts';
import { admonition, anchor, details, tableCaption } from '../model/nodes.ts';
import { oneLine, textOf } from '../model/text-of.ts';
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

const CODE: ReadonlySet<string> = new Set(
  'code code-block sourcecode parsed-literal literal prompt doctest highlight-block console'.split(' '),
);
const UNSEEN: ReadonlySet<string> = new Set(
  `contents toctree sectnum index meta highlight default-role role currentmodule module target-notes local-toc include
  literalinclude raw default-domain tabularcolumns header footer class rst-class todolist replace unicode date`.split(
    /\s+/,
  ),
);

/** What a directive is in a handbook. One without a meaning here gives up its content; what shows nothing is listed as left out. */
export function directiveBlocks(directive: Directive, context: RstContext): RootContent[] {
  const { name, argument, content, contentLine, line } = directive;
  const inner = () => context.blocks(content, contentLine);
  const inline = () => rstInline(argument, context.names);
  const named = name.split(':').at(-1) ?? name;
  if (CODE.has(named)) return codeOf(directive);
  if (UNSEEN.has(named)) {
    const what = named === 'contents' || named === 'toctree' ? 'contents list' : 'directive';
    context.drop(what, [argument, ...content].join('\n'), line);
    return [];
  }
  const kind = calloutKind(named);
  if (kind) {
    const titled = named === 'admonition';
    // The text of an admonition may begin on the directive's own line.
    const body = titled || argument === '' ? content : [argument, ...content];
    return [admonition(kind, titled ? inline() : [], context.blocks(body, line))];
  }
  switch (named) {
    case 'math':
      return [{ type: 'math', value: [argument, ...content].join('\n').trim() } as RootContent];
    case 'image':
      return [imageOf(directive, context), ...inner()];
    case 'figure':
      return figureOf(directive, context);
    case 'versionadded':
    case 'versionchanged':
    case 'deprecated':
    case 'versionremoved': {
      const said = `${named.replace(/^version/, '').replace(/^./, (first) => first.toUpperCase())} in ${argument}.`;
      const change: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: said }] };
      return [{ type: 'paragraph', children: [change] }, ...inner()];
    }
    case 'rubric':
    case 'topic':
    case 'sidebar':
    case 'centered':
    case 'tab':
    case 'tab-item':
    case 'group-tab':
      return [...bold(argument, context), ...inner()];
    case 'dropdown':
    case 'collapse':
    case 'details':
      return [details(inline(), inner())];
    case 'table':
      return captioned(inner(), directive, context);
    case 'list-table':
      return captioned(listTable(directive, context), directive, context);
    case 'csv-table':
      return captioned(codeOf({ ...directive, argument: '' }), directive, context);
    case 'glossary':
      return inner();
  }
  if (argument !== '' && !/^[\w.-]+$/.test(argument))
    return [{ type: 'paragraph', children: inline() }, ...inner()];
  if (argument !== '') context.drop('directive', `${name} ${argument}`, line);
  return inner();
}

function codeOf({ argument, content, options }: Directive): RootContent[] {
  const given = argument === 'none' || argument === 'text' ? '' : argument;
  const lang = /^[\w+#.-]+$/.test(given) ? given : undefined;
  const lines = lang === undefined && given !== '' ? [given, ...content] : content;
  const value = lines.join('\n').replace(/^\n+|\s+$/g, '');
  const caption = options.get('caption');
  const before: RootContent[] = caption
    ? [{ type: 'paragraph', children: [{ type: 'text', value: caption }] }]
    : [];
  return [...before, { type: 'code', lang, value }];
}

function imageOf({ argument, options }: Directive, { names }: RstContext): Paragraph {
  const target = options.get('target');
  const image = { type: 'image' as const, url: argument, alt: options.get('alt') ?? '', title: null };
  const id = options.get('name');
  const url = target && (names.links.get(target.replace(/_$/, '').toLowerCase()) ?? target);
  const shown: PhrasingContent = url ? { type: 'link', url, title: null, children: [image] } : image;
  return { type: 'paragraph', children: [...(id ? [anchor(id)] : []), shown] };
}

/** A figure with the first paragraph below it as its caption, where that is words alone. */
function figureOf(directive: Directive, context: RstContext): RootContent[] {
  const image = imageOf(directive, context);
  const below = context.blocks(directive.content, directive.contentLine);
  const [first, ...legend] = below;
  const [shown] = image.children.slice(-1);
  if (shown?.type !== 'image' || first?.type !== 'paragraph' || !isWords(first.children))
    return [image, ...below];
  shown.title = oneLine(textOf(first));
  return [image, ...legend];
}

/** A table with its title as its caption. */
function captioned(blocks: RootContent[], { argument }: Directive, context: RstContext): RootContent[] {
  if (argument === '' || blocks[0]?.type !== 'table') return [...bold(argument, context), ...blocks];
  return [tableCaption(rstInline(argument, context.names)), ...blocks];
}

function bold(argument: string, context: RstContext): RootContent[] {
  return argument === ''
    ? []
    : [{ type: 'paragraph', children: [{ type: 'strong', children: rstInline(argument, context.names) }] }];
}
