import type { Diagnostic } from '../../diagnostics.ts';

/** What the browser is told at every change. */
export interface LiveState {
  /** Names the site as it is now: a page of another build reloads. */
  readonly build: string;
  /** Of the latest sources. While there are some, the site is that of the last good build. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  readonly background: BackgroundState;
}

/** How the formats that are built in the background are doing. */
export interface BackgroundState {
  readonly phase: 'off' | 'waiting' | 'building' | 'ready' | 'failed';
  /** What can be downloaded: of the latest sources only when `phase` is `ready`. */
  readonly downloads: readonly Download[];
  /** Why it failed. */
  readonly errors: readonly Diagnostic[];
}

export interface Download {
  readonly format: string;
  /** From the web root. */
  readonly path: string;
}
