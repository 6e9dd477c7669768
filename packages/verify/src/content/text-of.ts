import type { Content, Kind } from './content.ts';

const INLINE: ReadonlySet<Kind> = new Set([
  'inlineCode',
  'formula',
  'image',
  'link',
  'label',
  'mark',
  'language',
  'style',
]);

/**
 * The end of a line of code, and a hard line break: a newline in markup, and no character at all on a page.
 */
export const LINE_END = '\u2028';

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
    case 'rule':
      return '\n';
    case 'break':
      return LINE_END;
    // Two adjacent formulas are kept apart, whatever markup stands between them.
    case 'formula':
      return ` ${part.detail} `;
    case 'image':
      return part.detail;
    default: {
      const inner = textOf(part.children);
      const text = part.kind === 'code' ? inner.replace(/\n/g, LINE_END) : inner;
      return INLINE.has(part.kind) ? text : `\n${text}\n`;
    }
  }
}
