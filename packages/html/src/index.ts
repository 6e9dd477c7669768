export { compile, type HtmlCompiled } from './compile.ts';
export { needs } from './needs.ts';
export type { Moved } from './redirects.ts';
export { sharedFiles } from './shared-files.ts';
