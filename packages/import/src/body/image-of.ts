import { oneLine } from '../model/text-of.ts';
import type { Nodes, PhrasingContent } from 'mdast';
import type { BodyContext } from './context.ts';

/** An image as the book has it: a file of its own, a link to one elsewhere, or its alternative text. */
export function imageOf(
  node: Extract<PhrasingContent, { type: 'image' }>,
  context: BodyContext,
  inLink: boolean,
): PhrasingContent[] {
  const found = context.image(node.url);
  const alt = oneLine(node.alt ?? '');
  if (found.kind === 'asset') {
    if (alt === '')
      context.tell(
        'image-without-alternative',
        'warning',
        lineOf(node),
        `the image "${node.url.slice(0, 80)}" has no alternative text`,
        'Write what it shows.',
      );
    return [{ ...node, url: `../${found.path}`, alt }];
  }
  if (found.kind === 'remote') {
    context.tell(
      'image-remote',
      'info',
      lineOf(node),
      `the image ${found.url} is elsewhere: it becomes a link, and is not fetched`,
    );
    const text = alt || (node.title ?? '') || (found.url.split('/').at(-1) ?? '').split('?')[0] || found.url;
    if (inLink || !URL.canParse(found.url)) return alt === '' ? [] : [{ type: 'text', value: ` ${text} ` }];
    const url = found.url.replace(/\s/g, '%20');
    return [{ type: 'link', url, title: null, children: [{ type: 'text', value: text }] }];
  }
  context.tell(
    'image-missing',
    'warning',
    lineOf(node),
    `the image "${node.url.slice(0, 80)}" ${found.reason}; its alternative text stays`,
  );
  return alt === '' ? [] : [{ type: 'text', value: ` ${alt} ` }];
}

/** The line that a node begins on; 0 for one without a place. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}
