import { join, resolve } from 'node:path';
import { mergeApprovals } from '@octavo/core/ledger';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';

/**
 * `octavo approve --merge`: removes the marks of a merge conflict from every log of approvals and keeps the
 * approvals of both sides as they were given. Each file is written in one step.
 */
export async function mergeLogs(path: string, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, path);
  const files = await readHandbook(root);
  const merged: string[] = [];
  for (const file of files.filter((one) => /^approvals\/.+\.jsonl$/.test(one.path))) {
    const text = mergeApprovals(Buffer.from(file.value).toString('utf8'));
    if (text === undefined) continue;
    await writeAtomic(join(root, ...file.path.split('/')), text);
    merged.push(file.path);
  }
  io.stderr.write(
    merged.length === 0
      ? 'no log of approvals holds a merge conflict\n'
      : `merged, with the approvals of both sides: ${merged.join(' ')}\nCheck them with "octavo check", then "git add" them.\n`,
  );
  return EXIT.ok;
}
