import type { Report } from './live-server.ts';
import type { BackgroundState } from './live-state.ts';

/**
 * The terminal's line about a rebuild: which files changed, whether the result is shown, and how long it
 * took.
 */
export function rebuildLine({ paths, failure, good, milliseconds }: Report): string {
  const what = namesOf(paths);
  if (failure) return `${what}${failure.reason}\n`;
  const time = `${Math.round(milliseconds)} ms`;
  return good ? `${what}${time}\n` : `${what}not shown: the page stays as it was (${time})\n`;
}

function namesOf(paths: ReadonlySet<string> | undefined): string {
  if (!paths) return '';
  const [first = '', ...rest] = paths;
  return `${first}${rest.length > 0 ? ` and ${rest.length} more` : ''}  `;
}

/** The terminal's line about the formats in the background: whether they are ready, or why they are not. */
export function backgroundLine({ phase, downloads }: BackgroundState): string {
  switch (phase) {
    case 'ready':
      return `${downloads.map(({ path }) => path).join(', ')} ready\n`;
    case 'failed':
      return downloads.length === 0
        ? 'the other formats could not be built\n'
        : `not all formats could be built; there are ${downloads.map(({ path }) => path).join(', ')}\n`;
    case 'off':
    case 'waiting':
    case 'building':
      return '';
  }
}
