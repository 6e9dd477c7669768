/** A task for a worker thread: which exported function of which module, and its input, an object. */
export interface WorkerOrder {
  readonly module: string;
  readonly name: string;
  /** What of the input is this task's alone. */
  readonly own: Readonly<Record<string, unknown>>;
  /** What this worker has to keep for tasks to come. */
  readonly sharedOnce: readonly { readonly id: number; readonly value: unknown }[];
  /** Which keys of the input have a value that it keeps. */
  readonly sharedBefore: readonly { readonly key: string; readonly id: number }[];
}

/** A module that tasks to come are of: loaded while there is nothing else to do, and not answered. */
export interface WorkerNotice {
  readonly load: string;
}

/** Answers come in the order of the tasks. */
export type WorkerAnswer = { readonly output: unknown } | { readonly fault: string };
