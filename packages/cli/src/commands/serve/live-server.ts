import type { SourceOptions } from '../../commands.generated.ts';
import { type Diagnostic, unplaced } from '../../diagnostics.ts';
import { Failure, outcomeOf } from '../../exit-code.ts';
import type { Background } from './background.ts';
import { liveBook } from './live-book.ts';
import type { LiveSite } from './live-site.ts';
import type { LiveState } from './live-state.ts';

export interface LiveServer {
  readonly state: () => LiveState;
  /** The site of the last good build. */
  readonly site: () => LiveSite | undefined;
  /**
   * Says that files have changed: all of them when no paths are given. Changes during a build lead to one
   * more build.
   */
  readonly changed: (paths: ReadonlySet<string> | undefined) => Promise<void>;
}

export interface LiveRequest {
  readonly root: string;
  readonly prefix: string;
  readonly source: SourceOptions;
  readonly background: Background;
  /** Called whenever the state changes, for the browsers. */
  readonly tell: (state: LiveState) => void;
  /** Called after every rebuild, for the terminal. */
  readonly report: (rebuild: Report) => void;
  readonly now: () => number;
  /** Distinguishes this run of the server from an earlier one on the same port. */
  readonly run: string;
}

export interface Report {
  readonly paths: ReadonlySet<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly failure: Failure | undefined;
  readonly good: boolean;
  readonly milliseconds: number;
}

/** Keeps the last good site of a handbook whose files change. */
export function liveServer(request: LiveRequest): LiveServer {
  const book = liveBook(request.root, request.prefix, request.source);
  let site: LiveSite | undefined;
  let built = 0;
  let errors: readonly Diagnostic[] = [];
  let warnings = 0;
  let pending: Set<string> | 'all' | undefined;
  let running: Promise<void> | undefined;
  const state = (): LiveState => ({
    build: `${request.run}-${built}`,
    errors,
    warnings,
    background: request.background.state(),
  });
  const rebuild = async (paths: ReadonlySet<string> | undefined) => {
    const started = request.now();
    const result = await outcomeOf(book.rebuild(paths, request.background.siblings()));
    const failure = result instanceof Failure ? result : undefined;
    const { site: made, diagnostics } =
      result instanceof Failure ? { site: undefined, diagnostics: [] } : result;
    const good = made !== undefined;
    if (good) {
      site = made;
      built += 1;
    }
    errors = failure
      ? [unplaced({ rule: 'handbook-present', reason: failure.reason, note: failure.note })]
      : diagnostics.filter(({ severity }) => severity === 'error');
    warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    request.tell(state());
    request.report({ paths, diagnostics, failure, good, milliseconds: request.now() - started });
    if (good) request.background.request();
  };
  const work = async () => {
    while (pending) {
      const paths = pending === 'all' ? undefined : pending;
      pending = undefined;
      await rebuild(paths);
    }
    running = undefined;
  };
  return {
    state,
    site: () => site,
    changed: (paths) => {
      if (!paths || pending === 'all') pending = 'all';
      else pending = new Set([...(pending ?? []), ...paths]);
      running ??= work();
      return running;
    },
  };
}
