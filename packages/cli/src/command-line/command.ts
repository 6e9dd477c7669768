import type { ExitCode, Failure } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { OptionTable, Values } from './option.ts';

/** A word of the command line that is not an option. */
export interface Positional {
  readonly name: string;
  readonly help: string;
  /** The value when the word is not given; without a default, the word is required. */
  readonly default?: string;
  /** The words that it can be, if it is one of a few. */
  readonly of?: readonly string[];
}

/** What a command is called with: its positionals in order, and its options. */
export interface Call<Table extends OptionTable> {
  readonly positionals: readonly string[];
  readonly options: Values<Table>;
}

/** The function that runs; `commands` is the list of all commands. */
export type Run<Table extends OptionTable> = (
  call: Call<Table>,
  io: Io,
  commands: readonly Command[],
) => Promise<ExitCode | Failure>;

/** A command as its file defines it. A definition is light: the code that runs is imported when it runs. */
export interface Definition<Table extends OptionTable> {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly Positional[];
  readonly options: Table;
  readonly examples: readonly string[];
  readonly load: () => Promise<Run<Table>>;
}

/** A command in the list of all commands, where the types of its options are unknown. */
export interface Command extends Omit<Definition<OptionTable>, 'load'> {
  readonly run: Run<OptionTable>;
}

/** Defines a command. */
export function defineCommand<Table extends OptionTable>(definition: Definition<Table>): Command {
  const { load, ...rest } = definition;
  return {
    ...rest,
    // The parser reads the values by this same table.
    run: async (call, io, commands) => (await load())(call as Call<Table>, io, commands),
  };
}
