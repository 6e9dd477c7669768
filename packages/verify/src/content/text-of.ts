import type { Content, Kind } from './content.ts';

const INLINE: ReadonlySet<Kind> = new Set([
  'inlineCode',
  'formula',
  'image',
  'link',
  'mark',
  'language',
  'style',
]);

/**
 * The text of what is said, blocks apart by a newline: formulas as TeX, images by their alternative
 * text. Notes stand on their own and their marks say nothing here.
 */
export function textOf(content: readonly Content[]): string {
  return content.map(partOf).join('');
}

function partOf(part: Content): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'mark':
    case 'note':
      return '';
    case 'break':
    case 'rule':
      return '\n';
    case 'formula':
    case 'image':
      return part.detail;
    default: {
      const text = textOf(part.children);
      return INLINE.has(part.kind) ? text : `\n${text}\n`;
    }
  }
}
