/** An option of a command: the value that it takes and what the help says about it. */
export type Option = { readonly help: string; readonly short?: string } & (
  | { readonly kind: 'flag' }
  /** One value (when it is given twice, the last one counts), several, one each time, or a number from 1. */
  | { readonly kind: 'text' | 'texts' | 'count'; readonly hint: string }
  /** One word of a list. */
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly default: string }
  /**
   * Words of a list, separated by commas; without the option, all of them. Of names, the list has only those
   * that always exist: the handbook may have more.
   */
  | { readonly kind: 'choices' | 'names'; readonly of: readonly string[] }
);

export type OptionTable = Readonly<Record<string, Option>>;
