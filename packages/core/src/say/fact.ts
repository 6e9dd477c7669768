import { type Say, sayText, words } from './sentence.ts';

/** A fact about a book or an entry: its label and its values. */
export interface Fact<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  /** At least one; each is a line of its own where there is room. */
  readonly values: readonly (readonly Say[])[];
}

/** A fact in a line: "Revised November 1, 2026"; several values are listed. */
export function sayFact({ label, values }: Fact): readonly Say[] {
  return [words(`${label} `), ...listed(values)];
}

/** Values of a fact in a line, with commas between, or with dots where a value has commas or semicolons of its own. */
export function listed(values: Fact['values']): readonly Say[] {
  const between = values.some((value) => /[,;] /.test(sayText(value))) ? ' · ' : ', ';
  return values.flatMap((value, at) => (at === 0 ? value : [words(between), ...value]));
}
