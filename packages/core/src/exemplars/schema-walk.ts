import type { JsonValue } from '../model/compile.ts';
import type { OwnField } from '../model/own-types.ts';
import type { Draw } from './random.ts';

export type Schema = OwnField['schema'];

/** What candidates may name, and what judges them. */
export interface World {
  readonly draw: Draw;
  /** Texts by format: what there is in the book, and `wrong`. */
  readonly formats: Readonly<Record<string, readonly string[]>>;
  readonly isValid: (schema: Schema, value: JsonValue) => boolean;
}

/** How the parts of a list or an object are filled. */
export interface Inner extends Pick<World, 'isValid'> {
  /** Values to try with the schema of a part. */
  readonly inner: (schema: Schema) => readonly JsonValue[];
}
