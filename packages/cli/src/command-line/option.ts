/** An option of a command: the value that it takes and what the help says about it. */
export type Option = Flag | Text | OptionalText | Texts | Count | Choice<string> | Choices<string> | Names;

interface Described {
  readonly help: string;
  readonly short?: string;
}
/** An option without a value. */
export interface Flag extends Described {
  readonly kind: 'flag';
}
/** An option with one value; when it is given twice, the last value counts. */
export interface Text extends Described {
  readonly kind: 'text';
  readonly hint: string;
}
/** An option whose value is optional: without one it means `implied`; a value follows after `=`. */
export interface OptionalText extends Described {
  readonly kind: 'optional-text';
  readonly hint: string;
  readonly implied: string;
}
/** An option that may be given several times, with a value each time. */
export interface Texts extends Described {
  readonly kind: 'texts';
  readonly hint: string;
}
/** An option whose value is a whole number of at least 1. */
export interface Count extends Described {
  readonly kind: 'count';
  readonly hint: string;
}
/** An option whose value is one word of a list. */
export interface Choice<Word extends string> extends Described {
  readonly kind: 'choice';
  readonly of: readonly Word[];
  readonly default: Word;
}
/** An option whose value is several words of a list, separated by commas; without the option, all of them. */
export interface Choices<Word extends string> extends Described {
  readonly kind: 'choices';
  readonly of: readonly Word[];
}

/** An option whose value is several names, separated by commas. Only the handbook says which names exist. */
export interface Names extends Described {
  readonly kind: 'names';
  /** The names that always exist, for completions. */
  readonly of: readonly string[];
}

export type OptionTable = Readonly<Record<string, Option>>;

/** The type of the value that a command receives for an option. */
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
