import type { JsonValue } from '../model/compile.ts';

/** What an exemplar is to be made of: front matter without number and question, and an answer where it matters. */
export interface Draft {
  readonly kind: 'valid' | 'boundary' | 'faulty';
  readonly type: string;
  readonly chapter: string;
  /** What it shows: a field of the publisher's own, a keyword of JSON Schema, a rule. */
  readonly about: { readonly field?: string; readonly keyword?: string; readonly rule?: string };
  /** Beside number and question, which are given unless they are here. */
  readonly data: Readonly<Record<string, JsonValue>>;
  /** The answer in Markdown; a usual one unless given. */
  readonly answer?: string;
  /** The whole file, where it is not made of front matter and an answer; `{number}` is its number. */
  readonly text?: string;
}

/** The message that a faulty exemplar gives. */
export interface ExemplarMessage {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** An entry that shows what a book accepts, or one fault. */
export interface Exemplar extends Pick<Draft, 'kind' | 'type' | 'about'> {
  /** The file's path in the handbook of exemplars. */
  readonly path: string;
  readonly text: string;
  /** Of a faulty one: what must be said of it, and nothing else. */
  readonly message?: ExemplarMessage;
}
