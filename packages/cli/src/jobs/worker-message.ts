/** A task for a worker thread: the module, its exported function, and the input, an object. */
export interface WorkerOrder {
  readonly module: string;
  readonly name: string;
  /** The part of the input that belongs to this task alone. */
  readonly own: Readonly<Record<string, unknown>>;
  /** Values that this worker has to keep for later tasks. */
  readonly sharedOnce: readonly { readonly id: number; readonly value: unknown }[];
  /** The keys of the input whose values the worker has kept. */
  readonly sharedBefore: readonly { readonly key: string; readonly id: number }[];
}

/** Names a module that later tasks need: it is loaded while the worker is idle, and gets no answer. */
export interface WorkerNotice {
  readonly load: string;
}

/** Answers come in the order of the tasks. */
export type WorkerAnswer = { readonly output: unknown } | { readonly fault: string };
