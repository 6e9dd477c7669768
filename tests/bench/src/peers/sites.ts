import type { Peer } from './peer.ts';
import { fromNpm, notFromNpm, notOnPath } from './present.ts';

/** Makers of HTML: of a page an entry, and asciidoctor.js, which makes one page of all. */
export const SITES: readonly Peer[] = [
  {
    id: 'hugo',
    format: 'html',
    form: 'hugo',
    command: (folder, output) => `hugo --quiet --source ${folder} --destination ${output}`,
    absent: () => notOnPath(['hugo']),
  },
  {
    id: 'eleventy',
    format: 'html',
    form: 'eleventy',
    command: (folder, output) => `cd ${folder} && ${fromNpm('eleventy')} --quiet --output=${output}`,
    absent: () => notFromNpm('@11ty/eleventy'),
  },
  {
    id: 'asciidoctor.js',
    format: 'html',
    form: 'asciidoctor',
    command: (folder, output) => `${fromNpm('asciidoctor')} -o ${output} ${folder}/book.adoc`,
    absent: () => notFromNpm('asciidoctor'),
  },
];
