import type { Handbook, Manifest, PrintedPages } from '@octavo/core';
import { type BookTree, readBookTree } from '../../disk/read-tree.ts';
import { EXIT, fail } from '../../exit-code.ts';
import { readDocument } from '../../pressing/read-document.ts';

/** A built or released folder, opened to look things up in. */
export interface BuiltFolder {
  readonly tree: BookTree;
  readonly manifest: Manifest;
  readonly handbook: Handbook;
  /** Undefined when no PDF was built. */
  readonly pages: PrintedPages | undefined;
}

/** Opens a folder that `build` or `release` made. */
export async function openBuilt(folder: string, cwd: string): Promise<BuiltFolder> {
  const tree = await readBookTree(folder, cwd);
  const own = (path: string): string => tree.folder + path;
  const absent = ['manifest.json', 'handbook.json'].find((path) => !tree.paths.includes(own(path)));
  if (absent !== undefined)
    fail(
      EXIT.usage,
      `"${folder}" is no build: there is no ${absent} in it`,
      'Give the folder that octavo build or octavo release made.',
    );
  const manifest = await readDocument<Manifest>(tree, own('manifest.json'), 'manifest');
  const handbook = await readDocument<Handbook>(tree, own('handbook.json'), 'handbook-document');
  if (!tree.paths.includes(own('pages.json'))) return { tree, manifest, handbook, pages: undefined };
  const pages = await readDocument<PrintedPages>(tree, own('pages.json'), 'pages');
  return { tree, manifest, handbook, pages };
}
