import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { treeRoot } from './tree-root.ts';

/** What a folder is: a tree that was built, the sources of a handbook, or neither. */
export async function folderKind(folder: string): Promise<'built' | 'handbook' | undefined> {
  const root = await treeRoot(folder);
  if (!('top' in root) || existsSync(join(root.top, root.folder, 'handbook.json'))) return 'built';
  return existsSync(join(folder, 'handbook.yaml')) ? 'handbook' : undefined;
}
