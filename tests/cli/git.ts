import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether there is a git to test with; said aloud where there is none. */
export const HAS_GIT: boolean = (() => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('git is not installed: tests that need it are skipped');
    return false;
  }
})();

/** Runs git in a folder, as somebody at a time that never changes. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false'];
  const when = '2026-01-01T00:00:00Z';
  const { stdout } = await run('git', [...who, '-C', folder, ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  return stdout.trim();
}
