import type { Entry, Phrasing } from '@octavo/core';
import { phrasingToHast } from '@octavo/core/hast';
import type { ElementContent } from 'hast';
import type { Context } from '../context.ts';
import { hastOptions } from './hast-options.ts';

/** The question as it stands inside a link: marked up, without links and footnote marks of its own. */
export function questionContent(context: Context, entry: Entry): readonly ElementContent[] {
  return phrasingToHast(unlinked(entry.question), hastOptions(context, entry.number));
}

function unlinked(nodes: readonly Phrasing[]): readonly Phrasing[] {
  return nodes.flatMap((node): readonly Phrasing[] => {
    if (node.type === 'footnoteReference') return [];
    if (node.type === 'link' || node.type === 'crossReference') return unlinked(node.children);
    return 'children' in node ? [{ ...node, children: unlinked(node.children) }] : [node];
  });
}
