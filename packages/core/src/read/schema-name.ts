/** What is written by hand or by approvers and has a schema: `schemas/<name>.schema.json`. */
export type SchemaName =
  | 'approval'
  | 'entry'
  | 'glossary'
  | 'handbook'
  | 'intro'
  | 'inventory'
  | 'migration'
  | 'page'
  | 'snippet'
  | 'taxonomy'
  | 'topics'
  | 'types';
