import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ignoredPatterns } from '@octavo/core/read';
import ignore, { type Ignore } from 'ignore';
import { foldersUp, isOutside, nearestFolder, textWhereThere } from './paths.ts';

/** What a publisher's patterns leave out of a handbook. */
export interface Ignored {
  /**
   * Says whether a path (from the handbook's folder, with forward slashes) is left out; the path of a folder
   * ends in `/`.
   */
  readonly has: (path: string) => boolean;
  /** Adds the .gitignore of a folder below (`assets/`) for what that folder contains, as git does. */
  readonly enter: (folder: string) => void;
}

interface Matcher {
  /** The folder of the patterns, from the handbook's folder; empty for that folder and for those above it. */
  readonly below: string;
  /** The handbook's path from the folder of the patterns. */
  readonly above: string;
  readonly patterns: Ignore;
}

/**
 * Files that Octavo itself writes beside the text: a pattern for build products must not hide what was
 * released.
 */
const KEPT = /^(?:handbook\.yaml$|(?:releases|approvals|inventory)\/)/;

/**
 * Collects the patterns of a handbook: those of `ignore:` in its handbook.yaml, then those of every
 * .gitignore from the top of the repository down. As in git, the innermost matching pattern decides, and `!`
 * takes a file back.
 */
export function ignoredIn(root: string, handbook: Uint8Array): Ignored {
  const own = ignore().add([...ignoredPatterns(handbook)]);
  /** The outermost matcher comes first. */
  const matchers: Matcher[] = [];
  const top = nearestFolder(root, (folder) => existsSync(join(folder, '.git'))) ?? root;
  // From the top of the repository down; without a repository, only the folder itself.
  for (const folder of [...foldersUp(root)].filter((one) => !isOutside(top, one)).reverse()) {
    const text = textWhereThere(join(folder, '.gitignore'));
    const above = relative(folder, root).split(sep).join('/');
    const matcher = { below: '', above: above === '' ? '' : `${above}/`, patterns: ignore().add(text ?? '') };
    // A handbook in an ignored folder was asked for explicitly, so it is read.
    if (text !== undefined && (above === '' || !matcher.patterns.ignores(matcher.above)))
      matchers.push(matcher);
  }
  return {
    has(path) {
      if (KEPT.test(path)) return false;
      const said = own.test(path);
      if (said.ignored || said.unignored) return said.ignored;
      for (const { below, above, patterns } of matchers.toReversed()) {
        if (!path.startsWith(below) || path === below) continue;
        const { ignored, unignored } = patterns.test(above + path.slice(below.length));
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    enter(folder) {
      const text = textWhereThere(join(root, folder, '.gitignore'));
      if (text !== undefined) matchers.push({ below: folder, above: '', patterns: ignore().add(text) });
    },
  };
}
