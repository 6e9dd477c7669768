import type { ValidateFunction } from 'ajv/dist/2020.js';

export const handbook: ValidateFunction;
export const entry: ValidateFunction;
export const page: ValidateFunction;
export const topics: ValidateFunction;
export const glossary: ValidateFunction;
export const approval: ValidateFunction;
export const inventory: ValidateFunction;
