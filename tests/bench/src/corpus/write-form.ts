import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FORMS, type FormName } from './forms.ts';
import { corpus } from './model.ts';
import { readSeed } from './seed.ts';

/** Writes a corpus in one tool's form into `folder`, which is emptied first. */
export function writeForm(name: FormName, size: number, folder: string, edited?: number): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of FORMS[name](corpus(readSeed(), size, edited))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
