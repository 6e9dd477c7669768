export type Matrix = readonly [number, number, number, number, number, number];
