import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isForeignFolder, isForeignName } from './foreign.ts';

export interface Watcher {
  readonly close: () => Promise<void>;
}

/**
 * How long no event may come before changes are reported, in milliseconds: programs save a file in several
 * steps.
 */
const QUIET = 15;
/** How long a burst of events may delay the report, in milliseconds. */
const PATIENCE = 120;
/**
 * The library reports a file at most once in 50 ms and drops what follows, so the file is examined a second
 * time.
 */
const SECOND_LOOK = 100;

/**
 * Watches a handbook's folder. `changed` receives the paths, from the folder and with forward slashes, that
 * were added, changed or removed; undefined when a folder was. Resolves when the watch has started.
 */
export async function watchFolder(
  root: string,
  changed: (paths: ReadonlySet<string> | undefined) => void,
  failed: (error: unknown) => void,
): Promise<Watcher> {
  const watcher = watch(root, {
    ignoreInitial: true,
    atomic: false,
    ignored: (path, stats) =>
      (path !== root && isForeignName(basename(path))) ||
      (path !== root && stats?.isDirectory() === true && isForeignFolder(path, namesOf(path))),
  });
  let paths = new Set<string>();
  let whole = false;
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  let open = true;
  const tell = async () => {
    const [told, all] = [paths, whole];
    timer = undefined;
    paths = new Set();
    whole = false;
    const marks = new Map<string, string>();
    for (const path of told) marks.set(path, await markOf(root, path));
    if (!open) return;
    changed(all ? undefined : told);
    setTimeout(() => void lookAgain(marks).catch(failed), SECOND_LOOK).unref();
  };
  const lookAgain = async (marks: ReadonlyMap<string, string>) => {
    for (const [path, mark] of marks) if ((await markOf(root, path)) !== mark) note(path);
  };
  const note = (path: string | undefined) => {
    if (!open) return;
    if (path === undefined) whole = true;
    else paths.add(path);
    const now = performance.now();
    if (!timer) since = now;
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(QUIET, since + PATIENCE - now));
    timer = setTimeout(() => void tell().catch(failed), wait);
  };
  watcher.on('all', (event, path) => {
    const isFolder = event === 'addDir' || event === 'unlinkDir';
    note(isFolder ? undefined : relative(root, path).split(sep).join('/'));
  });
  watcher.on('error', failed);
  await new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
  });
  return {
    close: () => {
      open = false;
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Returns none for a folder that no longer exists. */
function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns a mark that differs when a file has changed. */
async function markOf(root: string, path: string): Promise<string> {
  const stats = await stat(join(root, ...path.split('/'))).catch(() => undefined);
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : '';
}
