import { lstatSync, mkdirSync, renameSync } from 'node:fs';
import { ASIDE } from './places.ts';

let count = 0;

/** Moves what lies at a path, if anything does, to where it is deleted from when the bench has ended. */
export function putAside(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(ASIDE, { recursive: true });
  renameSync(path, `${ASIDE}/${process.pid}-${count++}`);
}
