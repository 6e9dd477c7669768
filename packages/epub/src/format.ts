import { bookPath, type FormatDescriptor } from '@octavo/core';
import { compile } from './compile.ts';
import { fontsNeeded } from './cover/fonts-needed.ts';
import { needs } from './needs.ts';

/** The EPUB. Its page list is that of the PDF. */
export const FORMAT: FormatDescriptor = {
  name: 'epub',
  title: 'EPUB',
  mediaType: 'application/epub+zip',
  mainFile: (handbook) => bookPath(handbook, `${handbook.id}.epub`),
  needs: ['pdf', 'jsonld'],
  compile,
  check: needs,
  fontsNeeded,
};
