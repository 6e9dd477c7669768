import { bookPath, type FormatDescriptor } from '@octavo/core';
import { compile } from './compile.ts';
import { fontsNeeded } from './fonts/fonts-needed.ts';
import { needs } from './needs.ts';

/** This is the descriptor of the PDF. A PDF hands on where its pages begin, which other formats need. */
export const FORMAT: FormatDescriptor = {
  name: 'pdf',
  title: 'PDF',
  mediaType: 'application/pdf',
  mainFile: (handbook) => bookPath(handbook, `${handbook.id}.pdf`),
  needs: ['jsonld'],
  compile,
  check: needs,
  fontsNeeded,
};
