/** What a column of a table, or a key of data, can hold. */
export const FIELD_NAMES = ['question', 'answer', 'number', 'id', 'chapter', 'topics', 'address'] as const;

/** The column or key that holds each. */
export type Fields = { readonly [Name in (typeof FIELD_NAMES)[number]]?: string | undefined };
