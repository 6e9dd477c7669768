export { compile } from './compile.ts';
export { layOutSection } from './flow/chapter-task.ts';
export { fontsNeeded } from './fonts/fonts-needed.ts';
export { FORMAT } from './format.ts';
export { needs } from './needs.ts';
