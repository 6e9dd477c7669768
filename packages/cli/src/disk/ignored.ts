import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ignoredPatterns } from '@octavo/core/read';
import ignore, { type Ignore } from 'ignore';

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
  for (const folder of foldersAbove(root)) {
    const text = patternsIn(folder);
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
      const text = patternsIn(join(root, folder));
      if (text !== undefined) matchers.push({ below: folder, above: '', patterns: ignore().add(text) });
    },
  };
}

function patternsIn(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, '.gitignore'), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Returns the folders from the top of the repository down to the folder itself; without a repository, only
 * the folder.
 */
function foldersAbove(root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (existsSync(join(folder, '.git'))) return folders;
    if (folder === dirname(folder)) return [root];
  }
}
