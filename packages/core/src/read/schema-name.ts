/** What is written by hand or by approvers and has a schema. */
export type SchemaName = 'handbook' | 'entry' | 'page' | 'topics' | 'glossary' | 'approval' | 'inventory';
