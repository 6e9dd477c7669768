import type { Flag } from './option.ts';

/** The options of every command that uses results of earlier runs. */
export const CACHING: { readonly 'no-cache': Flag } = {
  'no-cache': { kind: 'flag', help: 'make everything anew, and leave the cache alone' },
};
