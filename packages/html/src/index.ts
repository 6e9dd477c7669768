export { compile, type HtmlCompiled } from './compile.ts';
export type { Moved } from './redirects.ts';
export { sharedFiles } from './shared-files.ts';
