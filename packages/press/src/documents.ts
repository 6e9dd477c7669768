export { holdToSchema, schemaFault, schemaFiles } from './contracts/published-schemas.ts';
export { withCharset } from './hosting/open-data.ts';
