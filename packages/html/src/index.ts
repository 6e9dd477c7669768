export { compile, type HtmlCompiled } from './compile.ts';
export { FORMAT } from './format.ts';
export { needs } from './needs.ts';
export { sharedFiles } from './shared-files.ts';
