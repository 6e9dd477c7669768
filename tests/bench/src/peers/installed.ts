import type { BenchFormat, Peer } from './peer.ts';
import { notOnPath } from './present.ts';

function row(id: string, format: BenchFormat, tools: readonly string[], command: Peer['command']): Peer {
  return { id, format, form: 'pandoc', command, absent: () => notOnPath(tools) };
}

const print = (page: string, output: string) =>
  `chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --user-data-dir=$(mktemp -d) --generate-pdf-document-outline --print-to-pdf=${output} file://${page}`;

const html = (folder: string, output: string) => `pandoc ${folder}/book.md -s --toc -t html5 -o ${output}`;
const epub = (folder: string, output: string) => `pandoc ${folder}/book.md --toc -t epub3 -o ${output}`;

/** Pandoc, and Chromium to print what it makes. */
export const INSTALLED: readonly Peer[] = [
  row('pandoc', 'html', ['pandoc'], (folder, output) => html(folder, output)),
  row('pandoc', 'epub', ['pandoc'], (folder, output) => epub(folder, output)),
  row(
    'pandoc + chromium',
    'pdf',
    ['pandoc', 'chromium'],
    (folder, output) => `${html(folder, `${output}.html`)} && ${print(`${output}.html`, output)}`,
  ),
  row(
    'pandoc + chromium',
    'all',
    ['pandoc', 'chromium'],
    (folder, output) =>
      `mkdir -p ${output} && ${html(folder, `${output}/book.html`)} && ${epub(folder, `${output}/book.epub`)} && ${print(`${output}/book.html`, `${output}/book.pdf`)}`,
  ),
];
