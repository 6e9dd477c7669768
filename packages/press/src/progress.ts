/** How far a part of the work has come: `done` of `total`, in `unit` (files, entries, chapters). */
export interface Steps {
  readonly done: number;
  readonly total: number;
  readonly unit: string;
}

/** Receives reports about the work. It is never asked anything and never changes what is done. */
export interface Progress {
  /** Runs a part of the work, which may have parts of its own: `inner` receives their progress. */
  readonly during: <Result>(
    name: string,
    work: (inner: Progress) => Promise<Result> | Result,
  ) => Promise<Result>;
  /** Reports how far this part has come. */
  readonly step: (steps: Steps) => void;
}

/** Reports nothing. */
export const NO_PROGRESS: Progress = { during: async (_name, work) => work(NO_PROGRESS), step: () => {} };
