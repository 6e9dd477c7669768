import type { Paragraph } from 'mdast';

/** Plain text as paragraphs: blank lines part them, their lines stay. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n[ \t]*\n+/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: part
            .split('\n')
            .map((line) => line.trim())
            .join('\n'),
        },
      ],
    }));
}
