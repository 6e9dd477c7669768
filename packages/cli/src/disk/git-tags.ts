import type { Tags } from '@octavo/press/release';

/** Runs git in the handbook's folder. */
type Git = (args: readonly string[], input?: string) => Promise<string>;

/** Reads which records the ledger of a folder (`prefix`, from the top of the repository) had at each tag. */
export async function readTags(git: Git, prefix: string): Promise<Tags> {
  const names = lines(await git(['for-each-ref', '--format=%(refname:short)', 'refs/tags']));
  if (names.length === 0) return { names, released: new Map() };
  const asked = names.map((name) => `refs/tags/${name}:${prefix}releases\n`).join('');
  const answers = lines(await git(['cat-file', '--batch-check=%(objectname) %(objecttype)'], asked));
  const trees = new Map<string, string>();
  for (const [index, answer] of answers.entries()) {
    const [tree = '', type] = answer.split(' ');
    if (type === 'tree' && !trees.has(tree)) trees.set(tree, names[index] ?? '');
  }
  const released = new Map<string, string>();
  for (const [tree, name] of trees) {
    for (const path of lines(await git(['ls-tree', '--name-only', tree]))) {
      const [, version] = /^(.+)\.json$/.exec(path) ?? [];
      if (version !== undefined && !released.has(version)) released.set(version, name);
    }
  }
  return { names, released };
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}
