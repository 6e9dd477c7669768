export { compile } from './compile.ts';
export type { JsonldCompiled, JsonldOptions } from './compile-options.ts';
export { contextFiles as sharedFiles } from './documents/context-files.ts';
export { FORMAT } from './format.ts';
export { needs } from './needs.ts';
export { schemaOf } from './schema-of.ts';
