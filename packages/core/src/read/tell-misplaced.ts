import type { VFile } from 'vfile';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';

/** The files of YAML that a handbook has. */
export const YAML_FILES: readonly string[] = ['handbook.yaml', 'topics.yaml', 'types.yaml', 'glossary.yaml'];

/** Reports a source file whose name is slightly wrong, because it would silently be left out of the book. */
export function tellMisnamed(file: VFile): void {
  const { path } = file;
  const note = 'Rename it, move it out of the handbook, or name it under "ignore:" in handbook.yaml.';
  const reason = 'this file is no part of the handbook';
  if (/\.(?:md|mdx|mdown|markdown)$/i.test(path)) {
    const expected = path.replace(/\.\w+$/, '.md');
    // A file named like an entry would be missing from the book as an entry.
    const isEntry = /^[^/]+\/\d[^/]*$/.test(path) && !path.startsWith('assets/');
    report(file, 'file-known', { reason, expected, note }, isEntry ? 'error' : 'warning');
  } else if (!path.includes('/') && /\.(?:yaml|yml|json)$/i.test(path)) {
    // Other tools have files of their own at the top of a repository.
    const hint = didYouMean(path, YAML_FILES, (found) => `"${found}"`);
    if (hint !== '') report(file, 'file-known', { reason: `${reason}${hint}`, expected: YAML_FILES, note });
  }
}

/** Reports a Markdown file in a place where the book looks for none. */
export function tellMisplaced(file: VFile): void {
  report(file, 'file-known', {
    reason: 'this Markdown file is no part of the handbook',
    expected: [
      '<chapter id>/<number>-<slug>.md',
      '<chapter id>/index.md',
      'front/<id>.md',
      'back/<id>.md',
      'snippets/<id>.md',
    ],
    note: 'Move it into the folder of a chapter, out of the handbook, or name it under "ignore:" in handbook.yaml.',
  });
}

/** Reports a file among the approvals that is none. */
export function tellNoApproval(file: VFile): void {
  report(file, 'file-known', {
    reason: 'this file holds no approvals',
    expected: [
      'approvals/<key of the number>.jsonl',
      'approvals/term/<id>.jsonl',
      'approvals/front/<id>.jsonl',
    ],
    note: 'Move it out of the folder of approvals.',
  });
}
