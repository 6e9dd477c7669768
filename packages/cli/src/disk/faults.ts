import { EXIT, Failure } from '../exit-code.ts';
import faults from './faults.json' with { type: 'json' };

/** What an error of the file system means, by its code: the reason, and what to do. */
type Reasons = Readonly<Record<string, readonly [reason: string, note: string]>>;
const { writing: WRITING, reading: READING } = faults as unknown as Readonly<
  Record<'writing' | 'reading', Reasons>
>;

/** The code of an error of the system, such as ENOENT; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Explains an error of the file system to the user (exit code 6); returns undefined for any other error. */
export function diskFailure(error: unknown): Failure | undefined {
  const known = WRITING[codeOf(error) ?? ''];
  if (!known) return undefined;
  const [reason, note] = known;
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : '';
  return new Failure(EXIT.disk, `${reason}${path}`, note);
}

/**
 * Explains why something could not be read and what to do, from an error of the file system; any other error
 * is thrown again.
 */
export function whyUnreadable(error: unknown): readonly [reason: string, note: string] {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return READING[code] ?? [`it cannot be read (${code})`, 'Restore it from version control.'];
}
