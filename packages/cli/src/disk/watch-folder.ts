import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { SKIPPED } from './read-handbook.ts';

export interface Watcher {
  readonly close: () => Promise<void>;
}

/** How long it has to be quiet, in milliseconds: programs save a file in several steps. */
const QUIET = 15;
/** And how long a burst may put off the news. */
const PATIENCE = 120;

/**
 * Watches a handbook's folder. `changed` is told the paths, from the folder, with forward slashes, that
 * were added, changed or removed; undefined when a folder was. Resolves when it is on watch.
 */
export async function watchFolder(
  root: string,
  changed: (paths: ReadonlySet<string> | undefined) => void,
  failed: (error: unknown) => void,
): Promise<Watcher> {
  const watcher = watch(root, {
    ignoreInitial: true,
    atomic: false,
    ignored: (path) =>
      relative(root, path)
        .split(sep)
        .some((step) => SKIPPED.has(step)),
  });
  let paths = new Set<string>();
  let whole = false;
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const tell = () => {
    timer = undefined;
    const told = whole ? undefined : paths;
    paths = new Set();
    whole = false;
    changed(told);
  };
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') whole = true;
    else paths.add(relative(root, path).split(sep).join('/'));
    const now = performance.now();
    if (!timer) since = now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(QUIET, since + PATIENCE - now)));
  });
  watcher.on('error', failed);
  await new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
  });
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
