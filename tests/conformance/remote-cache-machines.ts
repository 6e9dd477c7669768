import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CLIENTS } from './clients-folder.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEAM = 'octavo';
const TOKEN = 'a-token-of-the-test';

/** The real server of turbo's remote cache, keeping its artifacts in a folder. */
export interface RemoteCache {
  readonly url: string;
  /** Where the artifact of a task is kept. */
  readonly artifact: (hash: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts `turborepo-remote-cache` on a free port of the loopback. */
export async function remoteCache(folder: string): Promise<RemoteCache> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const entry = join(CLIENTS, 'node_modules/turborepo-remote-cache/dist/cli.js');
  const server = spawn(process.execPath, [entry], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      TURBO_TOKEN: TOKEN,
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
    },
  });
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  for (let attempt = 0; ; attempt++) {
    const answers = await fetch(`${url}/v8/artifacts/status`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
      .then(({ ok }) => ok)
      .catch(() => false);
    if (answers) break;
    if (attempt === 200) throw new Error('turborepo-remote-cache does not answer');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return {
    url,
    artifact: (hash) => join(folder, TEAM, hash),
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => void probe.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}

/** What turbo did for a task. */
export interface TaskRun {
  readonly hash: string;
  /** Where the result came from: built here, or out of a cache. */
  readonly from: 'built' | 'LOCAL' | 'REMOTE';
}

/** A clone of the repository in a folder of its own, with nothing built and nothing cached. */
export interface Machine {
  /** `turbo run build`: what it did, by task. */
  readonly build: (cache: string, ...options: readonly string[]) => Promise<ReadonlyMap<string, TaskRun>>;
  /** SHA256SUMS of a handbook's tree. */
  readonly sums: (handbook: string) => Promise<string>;
  /** Forgets the trees of handbooks, and what its own cache has of them. */
  readonly forget: (hashes: readonly string[]) => Promise<void>;
}

/** Clones what is committed and installs it. */
export async function machine(folder: string): Promise<Machine> {
  await run('git', ['clone', '--quiet', ROOT, folder]);
  const environment = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(TURBO|VITEST|NODE_)/.test(name)),
    ),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
  const options = { cwd: folder, maxBuffer: 50_000_000 };
  await run('npx', ['-y', 'pnpm@10.34.9', 'install', '--prefer-offline', '--frozen-lockfile'], {
    ...options,
    env: environment,
  });
  return {
    build: async (cache, ...more) => {
      await rm(join(folder, '.turbo/runs'), { recursive: true, force: true });
      const turbo = ['-y', 'pnpm@10.34.9', 'exec', 'turbo', 'run', 'build', '--summarize', ...more];
      await run('npx', turbo, {
        ...options,
        env: { ...environment, TURBO_API: cache, TURBO_TOKEN: TOKEN, TURBO_TEAM: TEAM },
      });
      return summaryIn(folder);
    },
    sums: (handbook) => readFile(join(folder, 'dist', handbook, 'preview', listOf(handbook)), 'utf8'),
    forget: async (hashes) => {
      await rm(join(folder, 'dist'), { recursive: true, force: true });
      const own = join(folder, '.turbo/cache');
      if (!existsSync(own)) return;
      for (const file of await readdir(own))
        if (hashes.some((hash) => file.startsWith(hash))) await rm(join(own, file), { force: true });
    },
  };
}

/** The list of checksums of a built tree; the FAQ is a volume of a work. */
function listOf(handbook: string): string {
  return handbook === 'coremodels-faq' ? `volume/${handbook}/SHA256SUMS` : 'SHA256SUMS';
}

interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly hash: string;
    readonly cache: { readonly status: 'HIT' | 'MISS'; readonly source?: 'LOCAL' | 'REMOTE' };
  }[];
}

async function summaryIn(folder: string): Promise<ReadonlyMap<string, TaskRun>> {
  const runs = join(folder, '.turbo/runs');
  const [name = ''] = await readdir(runs);
  const { tasks } = JSON.parse(await readFile(join(runs, name), 'utf8')) as Summary;
  return new Map(
    tasks.map(({ taskId, hash, cache }) => [
      taskId,
      { hash, from: cache.status === 'HIT' ? (cache.source ?? 'LOCAL') : 'built' },
    ]),
  );
}
