import type { Flag } from './option.ts';

/** Options of every command that goes by what it made before. */
export const CACHING: { readonly 'no-cache': Flag } = {
  'no-cache': { kind: 'flag', help: 'make everything anew, and leave the cache alone' },
};
