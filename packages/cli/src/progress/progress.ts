import type { Progress, Steps } from '@octavo/press';

/** A part of the work: a stage such as `pdf`, or a part of one such as its `write`. */
export interface Span {
  readonly name: string;
  readonly parent: Span | undefined;
  /** Milliseconds on the clock of the process. */
  readonly started: number;
}

/** Receives progress: the line on a terminal, plain lines, a profile. */
export interface Listener {
  readonly began: (span: Span) => void;
  readonly stepped: (span: Span, steps: Steps) => void;
  readonly ended: (span: Span, milliseconds: number) => void;
}

/** Passes progress on to every listener. Parts may run side by side. */
export function startProgress(now: () => number, listeners: readonly Listener[]): Progress {
  const within = (parent: Span | undefined): Progress => ({
    async during(name, work) {
      const span: Span = { name, parent, started: now() };
      for (const listener of listeners) listener.began(span);
      try {
        return await work(within(span));
      } finally {
        for (const listener of listeners) listener.ended(span, now() - span.started);
      }
    },
    step(steps) {
      if (!parent) return;
      for (const listener of listeners) listener.stepped(parent, steps);
    },
  });
  return within(undefined);
}

/** Returns the names from the outermost part to this one. */
export function pathOf(span: Span): readonly string[] {
  return span.parent ? [...pathOf(span.parent), span.name] : [span.name];
}
