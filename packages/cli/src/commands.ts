import type { Command } from './command-line/command.ts';
import { APPROVE } from './commands/approve/command.ts';
import { BUILD } from './commands/build/command.ts';
import { CHECK } from './commands/check/command.ts';
import { INVENTORY } from './commands/inventory/command.ts';
import { VERIFY } from './commands/verify/command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  // one a line
  CHECK,
  BUILD,
  APPROVE,
  INVENTORY,
  VERIFY,
];
