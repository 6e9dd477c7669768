import type { Command } from './command-line/command.ts';
import { APPROVE } from './commands/approve/command.ts';
import { BUILD } from './commands/build/command.ts';
import { CHECK } from './commands/check/command.ts';
import { DIFF } from './commands/diff/command.ts';
import { RELEASE } from './commands/release/command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [CHECK, BUILD, RELEASE, DIFF, APPROVE];
