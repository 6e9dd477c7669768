import type { Format } from '@octavo/core';

/** Where a difference was found: one of the formats, or `tree`: the folder's own files. */
export type Place = Format | 'tree';

export type * from './parity.generated.ts';
