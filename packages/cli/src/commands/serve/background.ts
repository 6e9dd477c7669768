import { join } from 'node:path';
import { bookPath, type Manifest, type Sibling } from '@octavo/core';
import type { SourceOptions } from '../../commands.generated.ts';
import { type Diagnostic, unplaced } from '../../diagnostics.ts';
import { type ScratchFolder, scratchFolder } from '../../disk/output-folder.ts';
import { treeRoot } from '../../disk/read-tree.ts';
import { FORMATS } from '../../formats.ts';
import { type BuildProcess, buildProcess } from './build-process.ts';
import { type Served, served } from './live-site.ts';
import type { BackgroundState, Download } from './live-state.ts';

export interface BackgroundRequest {
  readonly root: string;
  /** The formats that were asked for; undefined for those of the handbook. */
  readonly formats: readonly string[] | undefined;
  readonly source: SourceOptions & { readonly 'allow-code': boolean };
  /** Called whenever the state changes. */
  readonly changed: (state: BackgroundState) => void;
}

/** The formats that take longer, built beside the server. */
export interface Background {
  readonly state: () => BackgroundState;
  /** Returns the files of the last build, for the page of downloads. */
  readonly siblings: () => readonly Sibling[];
  /**
   * Says that the sources have changed: the running build is abandoned, and a new one starts when no more
   * changes come.
   */
  readonly request: () => void;
  /** Returns a file of the last build, by path from the web root. */
  readonly file: (path: string) => Promise<Served | undefined>;
  readonly close: () => Promise<void>;
}

/** How long no file may be saved before a build begins, in milliseconds. */
const QUIET = 1000;

/** Builds the given formats, other than HTML, into a folder of its own whenever it is asked to. */
export async function startBackground(request: BackgroundRequest): Promise<Background> {
  const formats = request.formats?.filter((format) => format !== 'html');
  if (formats?.length === 0) return NO_BACKGROUND;
  const folder = await scratchFolder('octavo-serve');
  let state: BackgroundState = { phase: 'waiting', downloads: [], errors: [] };
  let manifest: Manifest | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: BuildProcess | undefined;
  const become = (next: Partial<BackgroundState>) => {
    state = { ...state, ...next };
    request.changed(state);
  };
  const build = async () => {
    const child = buildProcess(argumentsFor(request, formats, folder));
    running = child;
    become({ phase: 'building' });
    const { code, stdout, stderr } = await child.outcome;
    if (running !== child) return;
    running = undefined;
    manifest = await manifestIn(folder);
    // Formats that could be built are used all the same.
    if (code !== 0)
      return become({ phase: 'failed', errors: errorsIn(stdout, stderr), downloads: downloadsOf(manifest) });
    if (running === undefined && timer === undefined)
      become({ phase: 'ready', errors: [], downloads: downloadsOf(manifest) });
  };
  const stop = () => {
    clearTimeout(timer);
    running?.kill();
    running = undefined;
  };
  return {
    state: () => state,
    siblings: () => siblingsOf(manifest),
    request: () => {
      stop();
      if (state.phase !== 'waiting') become({ phase: 'waiting', errors: [] });
      timer = setTimeout(() => {
        timer = undefined;
        void build();
      }, QUIET);
    },
    file: async (path) => {
      const known = manifest?.files.find((file) => file.path === path);
      const bytes = known && (await folder.read(`tree/${path}`));
      return bytes && served(known.mediaType, bytes);
    },
    close: async () => {
      stop();
      await folder.close();
    },
  };
}

const NO_BACKGROUND: Background = {
  state: () => ({ phase: 'off', downloads: [], errors: [] }),
  siblings: () => [],
  request: () => {},
  file: async () => undefined,
  close: async () => {},
};

function argumentsFor(
  { root, source }: BackgroundRequest,
  formats: readonly string[] | undefined,
  folder: ScratchFolder,
): readonly string[] {
  return [
    root,
    ...['--out', join(folder.path, 'tree')],
    ...(formats ? ['--to', formats.join(',')] : ['--without', 'html']),
    ...['--reporter', 'json', '--quiet'],
    ...(source['allow-code'] ? ['--allow-code'] : []),
    ...(source.drafts ? ['--drafts'] : []),
    ...(source.lenient ? ['--lenient'] : []),
  ];
}

async function manifestIn(folder: ScratchFolder): Promise<Manifest | undefined> {
  const root = await treeRoot(join(folder.path, 'tree'));
  const bytes = 'top' in root ? await folder.read(`tree/${root.folder}manifest.json`) : undefined;
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Manifest);
}

/**
 * Lists what can be downloaded: for a format of ours, its first file that is named after the book; for any
 * other, what the manifest says.
 */
function siblingsOf(manifest: Manifest | undefined): readonly Sibling[] {
  if (!manifest) return [];
  const stem = bookPath(manifest, `${manifest.id}.`);
  return manifest.formats.flatMap((format) => {
    const other = manifest.others?.find((one) => one.format === format);
    const title = other?.title ?? FORMATS.find(({ name }) => name === format)?.title ?? format;
    const isMain = (path: string): boolean => (other ? path === other.file : path.startsWith(stem));
    const file = manifest.files.find((one) => one.format === format && isMain(one.path));
    if (!file) return [];
    const { path, mediaType, bytes, sha256 } = file;
    return [{ format, title, path, mediaType, bytes, sha256 }];
  });
}

function downloadsOf(manifest: Manifest | undefined): readonly Download[] {
  return siblingsOf(manifest).map(({ format, path }) => ({ format, path }));
}

/** Returns the messages that a build printed as JSON, or its last words when it printed none. */
function errorsIn(stdout: string, stderr: string): readonly Diagnostic[] {
  try {
    const all = JSON.parse(stdout) as Diagnostic[];
    return all.filter(({ severity }) => severity === 'error');
  } catch {
    const reason = stderr.trim().split('\n')[0] || 'the build ended without a word';
    return [unplaced({ rule: 'build', reason })];
  }
}
