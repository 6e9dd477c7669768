export { compile } from './compile.ts';
export { fontsNeeded } from './cover/fonts-needed.ts';
export { FORMAT } from './format.ts';
export { needs } from './needs.ts';
