import { main } from '@octavo/cli';

/** Runs the command in process, as a user of a pipe would see it. */
export async function runOctavo(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const stream = (append: (text: string) => void) => ({ isTTY: false, columns: 80, write: append });
  const code = await main(argv, {
    cwd,
    stdout: stream((text) => {
      stdout += text;
    }),
    stderr: stream((text) => {
      stderr += text;
    }),
    env,
    now: () => 0,
    today: () => '2026-11-25',
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}
