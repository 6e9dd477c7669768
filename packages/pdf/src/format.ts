import { bookPath, type FormatDescriptor } from '@octavo/core';
import { compile } from './compile.ts';
import { fontsNeeded } from './fonts/fonts-needed.ts';
import { needs } from './needs.ts';

/** The PDF. It hands on where its pages begin. */
export const FORMAT: FormatDescriptor = {
  name: 'pdf',
  title: 'PDF',
  mediaType: 'application/pdf',
  mainFile: (handbook) => bookPath(handbook, `${handbook.id}.pdf`),
  needs: [],
  compile,
  check: needs,
  fontsNeeded,
};
