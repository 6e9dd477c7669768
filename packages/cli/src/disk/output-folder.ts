import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { versionSegment } from '@octavo/core/ledger';
import { EXIT, fail } from '../exit-code.ts';
import { isBuild, manifestsIn } from './foreign.ts';
import { nearestFolder } from './paths.ts';

/**
 * Where a build goes unless `--out` says otherwise: `dist/<id>/<name>` of the workspace, or of the current
 * folder.
 */
export function defaultOutput(root: string, cwd: string, id: string, name = 'preview'): string {
  return join(workspaceOf(root) ?? cwd, 'dist', id, name);
}

/** Returns the top of the pnpm workspace that a folder is in. */
export function workspaceOf(path: string): string | undefined {
  return nearestFolder(path, (folder) => existsSync(join(folder, 'pnpm-workspace.yaml')));
}

/** Names that a handbook uses in its own folder: a build there would hide it or be taken for it. */
const RESERVED: ReadonlySet<string> = new Set('approvals assets back front inventory releases'.split(' '));

/**
 * Refuses a folder that holds something other than an earlier build, that holds the handbook itself, or that
 * the handbook uses itself.
 */
export async function refuseOutput(out: string, root: string): Promise<void> {
  const source = await realpath(root);
  const target = existsSync(out) ? await realpath(out) : resolve(out);
  const inside = relative(target, source);
  if (inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside)) {
    fail(
      EXIT.usage,
      `building into "${out}" would overwrite the handbook`,
      'Choose another folder with --out.',
    );
  }
  const [first = ''] = relative(source, target).split(sep);
  if (RESERVED.has(first) || first === '.octavo')
    fail(
      EXIT.usage,
      `"${out}" is where the handbook keeps its ${first}`,
      'Choose another folder with --out.',
    );
  if (!existsSync(out)) return;
  const names = await readdir(out).catch(() => undefined);
  if (names === undefined) fail(EXIT.usage, `"${out}" is a file`, 'Choose a folder with --out.');
  if (names.length === 0 || isBuild(out)) return;
  fail(
    EXIT.usage,
    `"${out}" is not empty and holds no earlier build`,
    `Choose another folder with --out, or empty "${basename(out)}" first.`,
  );
}

/**
 * Refuses to write into the folder of a release, or anywhere below it: what lies there was sealed, and its checksums are
 * in the ledger.
 *
 * @param copyOf a version of which a copy may be replaced; a copy is not in the folder that is named after it
 */
export function refuseSealed(out: string, copyOf?: string): void {
  const folder = nearestFolder(resolve(out), (each) => versionIn(each) !== undefined);
  const version = folder === undefined ? undefined : versionIn(folder);
  if (folder === undefined || version === undefined) return;
  if (version === copyOf && folder === resolve(out) && basename(folder) !== versionSegment(version)) return;
  fail(
    EXIT.usage,
    `"${folder}" holds the release ${version}, which is sealed`,
    'Choose another folder with --out. What is released changes with the next edition, or with "octavo retract" and "octavo redact".',
  );
}

/** The version of the release that lies in a folder. */
function versionIn(folder: string): string | undefined {
  const sealed = manifestsIn(folder).find((manifest) => /"stage":\s*"release"/.test(manifest));
  const [, version] = /"edition":\s*\{\s*"version":\s*("(?:[^"\\]|\\.)*")/.exec(sealed ?? '') ?? [];
  return version === undefined ? undefined : JSON.parse(version);
}

/** A temporary folder that is removed when it is closed. */
export interface ScratchFolder {
  readonly path: string;
  /** Returns the bytes of a file in it, by path with forward slashes; undefined when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly close: () => Promise<void>;
}

/** Makes a new folder among the system's temporary files. */
export async function scratchFolder(name: string): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), `${name}-`));
  return {
    path,
    read: (file) => readFile(join(path, ...file.split('/'))).catch(() => undefined),
    close: () => rm(path, { recursive: true, force: true }),
  };
}
