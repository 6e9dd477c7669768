import type { Peer } from './peer.ts';
import { fromNpm, notFromNpm, notOnPath } from './present.ts';

/** Vivliostyle, which lays pages out in the Chromium that is installed; 1,000 entries take it more than a minute. */
export const VIVLIOSTYLE: readonly Peer[] = [
  {
    id: 'vivliostyle',
    format: 'pdf',
    form: 'vivliostyle',
    replaces: (folder) => [`${folder}/.vivliostyle`],
    command: (folder, output) =>
      `cd ${folder} && ${fromNpm('vivliostyle')} build --timeout 3600 --executable-browser $(command -v chromium) -o ${output}.pdf`,
    absent: () => notOnPath(['chromium']) ?? notFromNpm('@vivliostyle/cli'),
    most: 1000,
  },
];
