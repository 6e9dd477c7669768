import type { Diagnostic } from '../../diagnostics.ts';

/** What browsers are told after every change. */
export interface LiveState {
  /** Names the present state of the site: a page of another build reloads. */
  readonly build: string;
  /** Errors in the latest sources. While there are any, the site is that of the last good build. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  readonly background: BackgroundState;
}

/** The state of the formats that are built in the background. */
export interface BackgroundState {
  readonly phase: 'off' | 'waiting' | 'building' | 'ready' | 'failed';
  /** The files that can be downloaded. They are made from the latest sources only when `phase` is `ready`. */
  readonly downloads: readonly Download[];
  /** Why the build failed. */
  readonly errors: readonly Diagnostic[];
}

export interface Download {
  readonly format: string;
  /** From the web root. */
  readonly path: string;
}
