import { existsSync } from 'node:fs';
import { ROOT } from '../places.ts';
import type { Peer } from './peer.ts';

const CLI = `${ROOT}packages/cli/bin/octavo.js`;

/** Ours, as a user runs it: the compiled command in plain Node. */
export const OCTAVO: readonly Peer[] = [
  {
    id: 'octavo',
    format: 'pdf',
    form: 'octavo',
    command: (folder, output) => `node ${CLI} build ${folder} --to pdf --out ${output}`,
    absent: () => (existsSync(CLI) ? undefined : 'pnpm run compile has not run'),
  },
];
