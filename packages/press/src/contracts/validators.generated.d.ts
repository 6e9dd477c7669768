// Generated from schemas/*.schema.json by test/generated-validators.test.ts (vitest -u). Do not edit.
import type { ValidateFunction } from 'ajv/dist/2020.js';

export const changes: ValidateFunction;
export const handbookDocument: ValidateFunction;
export const inventory: ValidateFunction;
export const jsonldChapter: ValidateFunction;
export const jsonldEntry: ValidateFunction;
export const jsonldFeedIndex: ValidateFunction;
export const jsonldFeedPage: ValidateFunction;
export const jsonldGlossary: ValidateFunction;
export const jsonldHandbook: ValidateFunction;
export const jsonldNodes: ValidateFunction;
export const jsonldPage: ValidateFunction;
export const jsonldRelease: ValidateFunction;
export const jsonldSnapshot: ValidateFunction;
export const jsonldTopic: ValidateFunction;
export const jsonldTopics: ValidateFunction;
export const ledger: ValidateFunction;
export const ledgerText: ValidateFunction;
export const manifest: ValidateFunction;
export const pages: ValidateFunction;
export const parity: ValidateFunction;
export const work: ValidateFunction;
