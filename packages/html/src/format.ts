import { bookPath, type FormatDescriptor } from '@octavo/core';
import { compile } from './compile.ts';
import { fontsNeeded } from './fonts/fonts-needed.ts';
import { needs } from './needs.ts';
import { sharedFiles } from './shared-files.ts';

/** The website. It is made last, because it offers what was built beside it. */
export const FORMAT: FormatDescriptor = {
  name: 'html',
  title: 'HTML',
  mediaType: 'text/html',
  mainFile: (handbook) => bookPath(handbook, 'index.html'),
  needs: '*',
  compile,
  check: needs,
  fontsNeeded,
  sharedFiles,
};
