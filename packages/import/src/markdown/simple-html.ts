import type { Nodes } from 'mdast';
import { escapeUnknownTags } from '../html/known-tags.ts';
import type { LeftOut } from '../html/prepare.ts';
import { anchor } from '../model/nodes.ts';

const SIMPLE = /^<(?:br\s*\/?|\/a|a\s+(?:name|id)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)\s*\/?)>$/i;

/** Comments, line breaks, named anchors and what only looks like a tag need no HTML parser; undefined when there is more. */
export function simpleInline(children: readonly Nodes[], leftOut: LeftOut[]): Nodes[] | undefined {
  const plain = children.every(
    (child) =>
      child.type !== 'html' ||
      /^<!--[\s\S]*-->$/.test(child.value) ||
      SIMPLE.test(child.value) ||
      isNoTag(child.value),
  );
  if (!plain || children.some((child) => child.type === 'html' && /^<a\s[^>]*href/i.test(child.value)))
    return undefined;
  return children.flatMap((child): Nodes[] => {
    if (child.type !== 'html') return [child];
    if (child.value.startsWith('<!--')) {
      leftOut.push({
        what: 'comment',
        text: child.value.slice(4, -3),
        line: child.position?.start.line ?? 1,
      });
      return [];
    }
    if (/^<br/i.test(child.value)) return [{ type: 'break' }];
    const id = /(?:name|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(child.value);
    if (id && /^<a/i.test(child.value))
      return [
        { ...anchor(id[1] ?? id[2] ?? id[3] ?? ''), ...(child.position ? { position: child.position } : {}) },
      ];
    return isNoTag(child.value)
      ? [{ type: 'text', value: child.value, ...(child.position ? { position: child.position } : {}) }]
      : [];
  });
}

function isNoTag(html: string): boolean {
  return /^<\/?[A-Za-z][^<>]*>$/.test(html) && escapeUnknownTags(html) !== html;
}
