import type { Call, Command } from '../../command-line/command.ts';
import type { CompletionsOptions } from '../../commands.generated.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { zsh } from './zsh.ts';

/** `octavo completions`: a script for a shell, made from the table of commands, on stdout. */
export async function completions(
  { positionals: [shell] }: Call<CompletionsOptions>,
  io: Io,
  commands: readonly Command[],
): Promise<ExitCode> {
  const script = shell === 'zsh' ? zsh : shell === 'fish' ? fish : bash;
  io.stdout.write(script(commands));
  return EXIT.ok;
}
