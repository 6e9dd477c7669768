import type { Finished } from './accessibility.ts';

/** What a reader can expect, in a few sentences that follow from the book. */
export function accessibilitySummary({ facts, hasIndex, hasPages }: Finished): string {
  return [
    'The text can be resized, recoloured and read aloud; every question can be reached from the contents.',
    facts.images.size > 0 && facts.allImagesDescribed ? 'Images have text alternatives.' : '',
    facts.images.size > 0 && !facts.allImagesDescribed ? 'Some images have no text alternative.' : '',
    facts.math ? 'Formulas are MathML with their TeX as alternative text.' : '',
    facts.tables ? 'Tables have header cells.' : '',
    hasIndex ? 'There is an index of terms.' : '',
    hasPages ? 'Page numbers are those of the PDF edition.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
