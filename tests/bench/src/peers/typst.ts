import { existsSync } from 'node:fs';
import { CLIENTS, ROOT } from '../places.ts';
import type { Peer } from './peer.ts';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

/** Typst 0.14, which tags its PDF by itself. */
export const TYPST: readonly Peer[] = [
  {
    id: 'typst-0.14',
    format: 'pdf',
    form: 'typst',
    command: (folder, output) =>
      `node ${ROOT}tests/bench/clients/typst.mjs ${CLIENTS} ${folder}/book.typ ${output}.pdf`,
    absent: () =>
      existsSync(`${CLIENTS}/node_modules/${PACKAGE}`) ? undefined : `${PACKAGE} is not installed`,
  },
];
