import { FORMAT_NAMES } from '../formats.ts';
import type { Flag, Names } from './option.ts';

/** The option that chooses among the formats of a handbook. */
export function formatsOption(help: string): Names {
  return { kind: 'names', of: FORMAT_NAMES, help };
}

/** Allows formats from outside Octavo to run. */
export const CODE: { readonly 'allow-code': Flag } = {
  'allow-code': { kind: 'flag', help: 'run the formats of others that handbook.yaml names' },
};
