/** An option of a command: what it takes and what the help says of it. A closed union. */
export type Option = Flag | Text | OptionalText | Texts | Count | Choice<string> | Choices<string> | Names;

interface Described {
  readonly help: string;
  readonly short?: string;
}
/** Given or not. */
export interface Flag extends Described {
  readonly kind: 'flag';
}
/** One value; given twice, the last counts. */
export interface Text extends Described {
  readonly kind: 'text';
  readonly hint: string;
}
/** Given as it is it stands for `implied`; a value of its own comes behind `=`. */
export interface OptionalText extends Described {
  readonly kind: 'optional-text';
  readonly hint: string;
  readonly implied: string;
}
/** A value each time it is given. */
export interface Texts extends Described {
  readonly kind: 'texts';
  readonly hint: string;
}
/** A whole number, 1 or more. */
export interface Count extends Described {
  readonly kind: 'count';
  readonly hint: string;
}
/** One word of a list. */
export interface Choice<Word extends string> extends Described {
  readonly kind: 'choice';
  readonly of: readonly Word[];
  readonly default: Word;
}
/** Some words of a list, separated by commas; all of them when it is not given. */
export interface Choices<Word extends string> extends Described {
  readonly kind: 'choices';
  readonly of: readonly Word[];
}

/** Names, separated by commas; which there are is known when the handbook is read. */
export interface Names extends Described {
  readonly kind: 'names';
  /** Those that are always there, for completions. */
  readonly of: readonly string[];
}

export type OptionTable = Readonly<Record<string, Option>>;

/** What a command is handed for an option. */
export type Value<Given extends Option> = Given extends Flag
  ? boolean
  : Given extends Choice<infer Word>
    ? Word
    : Given extends Choices<infer Word>
      ? readonly Word[]
      : Given extends Names
        ? readonly string[] | undefined
        : Given extends Count
          ? number | undefined
          : Given extends Texts
            ? readonly string[]
            : string | undefined;

/** The values of a table of options, by name. */
export type Values<Table extends OptionTable> = { readonly [Name in keyof Table]: Value<Table[Name]> };
