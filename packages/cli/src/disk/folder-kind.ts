import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder is: a tree that was built, the sources of a handbook, or neither. */
export function folderKind(folder: string): 'built' | 'handbook' | undefined {
  if (existsSync(join(folder, 'handbook.json'))) return 'built';
  return existsSync(join(folder, 'handbook.yaml')) ? 'handbook' : undefined;
}
