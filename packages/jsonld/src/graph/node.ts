import type { JsonValue } from '@octavo/core';

/** A node object in the terms of the own context; `@type` and `@id` first, as streaming parsers need. */
export interface GraphNode {
  readonly '@type': string | readonly string[];
  readonly '@id': string;
  readonly [term: string]: JsonValue;
}
