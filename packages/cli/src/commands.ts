import type { Command } from './command-line/command.ts';
import { BUILD } from './commands/build/command.ts';
import { CHECK } from './commands/check/command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [CHECK, BUILD];
