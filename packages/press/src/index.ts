export { descriptorFault } from './foreign/descriptor-fault.ts';
export { type FormatRule, formatFault, wordsOf } from './foreign/format-fault.ts';
export { guarded } from './foreign/guarded.ts';
export { type MemoryStage, memoryStage } from './memory-stage.ts';
export type { Ports, PressCache, PressFormat, Proof, SealedFile, Stage } from './ports.ts';
export { assetsOf, type Pressed, type PressFacts, press, type ReleaseFacts } from './press.ts';
export { NO_PROGRESS, type Progress, type Steps } from './progress.ts';
export type { WrittenFile } from './tally.ts';
export { VERSION } from './version.ts';
