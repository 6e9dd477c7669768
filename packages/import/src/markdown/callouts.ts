import type { Blockquote, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { calloutKind } from '../model/callout-kind.ts';
import { admonition, details } from '../model/nodes.ts';

/** Makes call-outs admonitions, in place: `> [!NOTE]`, and containers of other dialects. Unknown containers give up their content. */
export function takeCallouts(parent: Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') takeCallouts(node);
    if (node.type === 'blockquote') return [alert(node) ?? node];
    if (node.type !== 'containerDirective' || OURS.test(node.name)) return [node];
    const kind = calloutKind(node.name);
    const [label, ...rest] = node.children;
    const isLabel = label?.type === 'paragraph' && label.data?.directiveLabel === true;
    // In Quarto the heading that a call-out begins with is its title.
    const titled = isLabel || (kind !== undefined && label?.type === 'heading');
    const children = (titled ? rest : node.children) as RootContent[];
    const title = titled ? label.children : [];
    if (kind) return [{ ...admonition(kind, title, children), position: node.position }];
    return [...(title.length > 0 ? [{ type: 'paragraph' as const, children: title }] : []), ...children];
  }) as typeof parent.children;
}

const OURS = /^(?:details|term|asked\d?)$/;

/** GitHub's alert, a quote whose first line is `[!NOTE]`; in Obsidian it may have a title, and fold (`[!faq]- Title`). */
function alert(node: Blockquote): RootContent | undefined {
  const [first, ...rest] = node.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const [all = '', name = '', fold = '', said = ''] =
    /^\[!([\w-]+)\]([-+]?)[ \t]*([^\n]*)\n?\s*/.exec(text.value) ?? [];
  const kind = calloutKind(name);
  if (all === '') return undefined;
  text.value = text.value.slice(all.length);
  if (text.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  const children = first.children.length > 0 ? [first, ...rest] : rest;
  const title: PhrasingContent[] = said === '' ? [] : [{ type: 'text', value: said }];
  const made =
    fold === '' && kind
      ? admonition(kind, title, children as RootContent[])
      : details(title.length > 0 ? title : [{ type: 'text', value: name }], children as RootContent[]);
  return { ...made, position: node.position };
}
