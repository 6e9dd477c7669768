/**
 * A table that a server looks a value up in, before it is written as nginx or Caddy has it. In `from`, `{date}` is
 * the header Accept-Datetime, `{path}` the path that was asked for, and any other name the value of a table. In a
 * value, `{1}` is what the first group matched.
 */
export interface ServerTable {
  readonly name: string;
  readonly from: string;
  /** Regular expressions that PCRE and RE2 read alike, the first match counts; a plain key has `=` before it. */
  readonly lines: readonly (readonly [pattern: string, value: string])[];
}
