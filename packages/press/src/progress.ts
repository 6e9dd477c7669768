/** How far a part of the work is: `done` of `total` `unit` (files, entries, chapters). */
export interface Steps {
  readonly done: number;
  readonly total: number;
  readonly unit: string;
}

/** Told what is going on; never asks, and never changes what is done. */
export interface Progress {
  /** Does a part of the work, which may have parts in its turn: `inner` is told of those. */
  readonly during: <Result>(
    name: string,
    work: (inner: Progress) => Promise<Result> | Result,
  ) => Promise<Result>;
  /** Says how far this part is. */
  readonly step: (steps: Steps) => void;
}

/** Tells nobody. */
export const NO_PROGRESS: Progress = { during: async (_name, work) => work(NO_PROGRESS), step: () => {} };
