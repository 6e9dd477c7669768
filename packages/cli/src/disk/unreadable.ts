import { report } from '@octavo/core';
import { VFile } from 'vfile';

const REASONS: Readonly<Record<string, readonly [reason: string, note: string]>> = {
  ENOENT: [
    'it went away while the handbook was read',
    'Run the command again when nothing else changes the folder.',
  ],
  ENOTDIR: [
    'it changed while the handbook was read',
    'Run the command again when nothing else changes the folder.',
  ],
  EACCES: [
    'it cannot be read: permission denied',
    'Give yourself the right to read it ("chmod +r"), or leave it out with "ignore:" in handbook.yaml.',
  ],
  EPERM: [
    'it cannot be read: the system does not permit it',
    'Give yourself the right to read it, or leave it out with "ignore:" in handbook.yaml.',
  ],
  ELOOP: [
    'it is a symbolic link that leads round in a circle',
    'Remove the link, or copy what it should lead to.',
  ],
  ENAMETOOLONG: [
    'its path is too long for this system',
    'Shorten its name, or those of the folders around it.',
  ],
  EMFILE: ['it cannot be read: too many files are open', 'Raise the limit with "ulimit -n".'],
  EIO: [
    'it cannot be read: the disk reports an error',
    'Check the disk, and restore the file from version control.',
  ],
};

/**
 * Explains why something could not be read and what to do, from an error of the file system; any other error
 * is thrown again.
 */
export function whyUnreadable(error: unknown): readonly [reason: string, note: string] {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? [`it cannot be read (${error.code})`, 'Restore it from version control.'];
}

/** Makes a file that stands for one that could not be read: it is empty and carries the error. */
export function unreadable(
  path: string,
  rule: 'file-readable' | 'file-inside-handbook' | 'handbook-present',
  reason: string,
  note: string,
): VFile {
  const file = new VFile({ path, value: '' });
  report(file, rule, { reason, note });
  return file;
}
