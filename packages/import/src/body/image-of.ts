import type { PhrasingContent } from 'mdast';
import { lineOf } from '../model/place.ts';
import { oneLine } from '../model/text-of.ts';
import type { BodyContext } from './context.ts';

/** An image as the book has it: a file of its own, a link to one elsewhere, or its alternative text. */
export function imageOf(
  node: Extract<PhrasingContent, { type: 'image' }>,
  context: BodyContext,
  inLink: boolean,
): PhrasingContent[] {
  const found = context.image(node.url);
  const alt = oneLine(node.alt ?? '');
  /** What is said of it, where it cannot be shown. */
  const said = [...new Set([alt, oneLine(node.title ?? '')])].filter(Boolean).join(' — ');
  const name = node.url.slice(0, 80);
  const line = lineOf(node, 0);
  const { tell } = context;
  switch (found.kind) {
    case 'asset':
      if (alt === '') {
        const reason = `the image "${name}" has no alternative text`;
        tell('image-without-alternative', 'warning', line, reason, 'Write what it shows.');
      }
      return [{ ...node, url: `../${found.path}`, alt }];
    case 'remote': {
      const { url } = found;
      tell(
        'image-remote',
        'info',
        line,
        `the image ${url} is elsewhere: it becomes a link, and is not fetched`,
        '`octavo import --fetch-images` copies it into the handbook.',
      );
      const text = said || (url.split('/').at(-1) ?? '').split('?')[0] || url;
      if (inLink || !URL.canParse(url)) return said === '' ? [] : [{ type: 'text', value: ` ${text} ` }];
      const children = [{ type: 'text' as const, value: text }];
      return [{ type: 'link', url: url.replace(/\s/g, '%20'), title: null, children }];
    }
    case 'missing':
      tell(
        'image-missing',
        'warning',
        line,
        `the image "${name}" ${found.reason}; its alternative text stays`,
      );
      return said === '' ? [] : [{ type: 'text', value: ` ${said} ` }];
  }
}
