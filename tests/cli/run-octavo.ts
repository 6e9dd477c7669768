import { main } from '@octavo/cli';

export interface RunOptions {
  /** Aborting it is Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Told all of stderr, whenever there is more. */
  readonly said?: (stderr: string) => void;
}

/** Runs the command in process, as a user of a pipe would see it. */
export async function runOctavo(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  { signal = new AbortController().signal, said = () => {} }: RunOptions = {},
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
      said(stderr);
    }),
    env,
    now: () => 0,
    today: () => '2026-11-25',
    moment: () => '2026-11-25T12:00:00.000Z',
    signal,
  });
  return { code, stdout, stderr };
}
