import { EXIT, type Failure, failure } from '../exit-code.ts';

const REASONS: Readonly<Record<string, readonly [reason: string, note: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space and build again; the previous output is as it was.'],
  EDQUOT: ['the disk quota is used up', 'Free some space and build again; the previous output is as it was.'],
  EROFS: ['the disk is read-only', 'Choose another folder with --out.'],
  EACCES: ['permission denied', 'Check who owns the folder, or choose another one with --out.'],
  EPERM: ['operation not permitted', 'Check who owns the folder, or choose another one with --out.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another folder with --out.'],
  EEXIST: ['a part of the path is a file, not a folder', 'Choose another folder with --out.'],
  EISDIR: ['a folder is where a file should be', 'Choose another path with --out.'],
  EMFILE: ['too many files are open', 'Raise the limit with "ulimit -n".'],
  ENAMETOOLONG: ['a file name is too long', 'Choose a shorter folder with --out.'],
  ENOENT: [
    'a file or folder went away while it was in use',
    'Run the command again when nothing else changes it.',
  ],
  ELOOP: ['a symbolic link leads round in a circle', 'Remove the link.'],
  EBUSY: ['a file is in use', 'Close the program that has it open.'],
  EIO: ['the disk reports an error', 'Check the disk.'],
};

/** Explains an error of the file system to the user (exit code 6); returns undefined for any other error. */
export function diskFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const known = REASONS[error.code];
  if (!known) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : '';
  return failure(EXIT.disk, `${known[0]}${path}`, known[1]);
}
