export { EXIT, type ExitCode } from './exit-code.ts';
export type { Io, Stream } from './io.ts';
export { main } from './main.ts';
