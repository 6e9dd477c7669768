import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { OptionTable } from './option.ts';

/** A word of the command line that is not an option. */
export interface Positional {
  readonly name: string;
  readonly help: string;
  /** The value when the word is not given; without a default, the word is required. */
  readonly default?: string;
  /** The words that it can be, if it is one of a few. */
  readonly of?: readonly string[];
  /** It is the last one, and may be given several times. */
  readonly isRest?: true;
  /** It is the folder or the id of a handbook, which is found before the command runs. */
  readonly isHandbook?: true;
}

/** What a command is called with: its positionals in order, and the values of its options by name. */
export interface Call<Options> {
  readonly positionals: readonly string[];
  readonly options: Options;
}

/** The values of options by name, where nobody knows which command they are of. */
export type AnyOptions = Readonly<Record<string, unknown>>;

/** The function that runs; `commands` is the list of all commands. */
export type Run<Options> = (call: Call<Options>, io: Io, commands: readonly Command[]) => Promise<ExitCode>;

/** A command in the list of all commands; its code is imported when it runs. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly positionals: readonly Positional[];
  readonly options: OptionTable;
  readonly examples: readonly string[];
  readonly run: Run<AnyOptions>;
}
