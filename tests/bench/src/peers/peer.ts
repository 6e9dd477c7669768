import type { FormName } from '../corpus/forms.ts';

/** What is measured, in the order of tables and plots; `command`: what builds nothing. */
export const BENCH_FORMATS = ['pdf', 'html', 'epub', 'jsonld', 'all', 'command'] as const;

export type BenchFormat = (typeof BENCH_FORMATS)[number];

/** A tool in the table: one row, one way to make one format from one form of the corpus. */
export interface Peer {
  readonly id: string;
  readonly format: BenchFormat;
  readonly form: FormName;
  /** What of earlier rounds is put aside before. */
  readonly replaces?: (folder: string) => readonly string[];
  /** A shell command that is run before, and not measured. */
  readonly prepare?: (folder: string, output: string) => string;
  /** The shell command that makes `output`, a file or a folder, from the corpus in `folder`. */
  readonly command: (folder: string, output: string) => string;
  /** Why it cannot run on this machine; undefined when it can. */
  readonly absent: () => string | undefined;
  /** Not measured above this number of entries. */
  readonly most?: number;
}
