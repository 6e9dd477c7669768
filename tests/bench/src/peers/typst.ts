import { CLIENTS, ROOT } from '../places.ts';
import type { Peer } from './peer.ts';
import { notFromNpm } from './present.ts';

/** Typst 0.14, which tags its PDF by itself. */
export const TYPST: readonly Peer[] = [
  {
    id: 'typst-0.14',
    format: 'pdf',
    form: 'typst',
    command: (folder, output) =>
      `node ${ROOT}tests/bench/clients/typst.mjs ${CLIENTS} ${folder}/book.typ ${output}.pdf`,
    absent: () => notFromNpm('@myriaddreamin/typst-ts-node-compiler'),
  },
];
