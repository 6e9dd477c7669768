import type { Command } from './command-line/command.ts';
import { APPROVE } from './commands/approve/command.ts';
import { BUILD } from './commands/build/command.ts';
import { CHECK } from './commands/check/command.ts';
import { CLEAN } from './commands/clean/command.ts';
import { COMPLETIONS } from './commands/completions/command.ts';
import { DIFF } from './commands/diff/command.ts';
import { EXEMPLARS } from './commands/exemplars/command.ts';
import { EXPORT } from './commands/export/command.ts';
import { IMPORT } from './commands/import/command.ts';
import { INIT } from './commands/init/command.ts';
import { INSPECT } from './commands/inspect/command.ts';
import { INVENTORY } from './commands/inventory/command.ts';
import { LIST } from './commands/list/command.ts';
import { MIGRATE } from './commands/migrate/command.ts';
import { NEW } from './commands/new/command.ts';
import { RELEASE } from './commands/release/command.ts';
import { RENUMBER } from './commands/renumber/command.ts';
import { SCHEMA } from './commands/schema/command.ts';
import { SERVE } from './commands/serve/command.ts';
import { TRACE } from './commands/trace/command.ts';
import { VERIFY } from './commands/verify/command.ts';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  // This comment keeps one command on each line.
  INIT,
  IMPORT,
  CHECK,
  BUILD,
  SERVE,
  NEW,
  LIST,
  INSPECT,
  TRACE,
  APPROVE,
  RENUMBER,
  MIGRATE,
  RELEASE,
  VERIFY,
  DIFF,
  INVENTORY,
  EXPORT,
  EXEMPLARS,
  SCHEMA,
  CLEAN,
  COMPLETIONS,
];
