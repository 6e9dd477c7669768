import type { Call } from '../../command-line/command.ts';
import { COMMANDS } from '../../commands.ts';
import { EXIT, type ExitCode, type Failure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { bash } from './bash.ts';
import type { CompletionsOptions } from './command.ts';
import { fish } from './fish.ts';
import { zsh } from './zsh.ts';

/** `octavo completions`: a script for a shell, made from the table of commands, on stdout. */
export async function completions(
  { positionals: [shell] }: Call<CompletionsOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  io.stdout.write(shell === 'zsh' ? zsh(COMMANDS) : shell === 'fish' ? fish(COMMANDS) : bash(COMMANDS));
  return EXIT.ok;
}
