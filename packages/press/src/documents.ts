export { holdToSchema, schemaFault, schemaFiles } from './contracts/published-schemas.ts';
export type { PrintedPage, PrintedPages } from './documents/printed-pages.ts';
export { withCharset } from './hosting/open-data.ts';
