import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOctavo } from './run-octavo.ts';
import { linesOf, split, steady } from './transcript.ts';

/** Programs beside `octavo` that an example may run, as they are on any Unix. */
const PROGRAMS = new Set(['cat', 'cp', 'git', 'ls', 'mkdir', 'mv', 'node', 'rm', 'sed', 'sha256sum']);

/** What an installed `@octavo/cli` has below its folder, and where it lies here. */
const INSTALLED = 'node_modules/@octavo/cli/publishing/';
const PUBLISHING = fileURLToPath(new URL('../../docs/publishing/', import.meta.url));

const GIT = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/** The name of a notice, whose hash covers every byte of a release. */
const SEALED = /(-retracted-)[0-9a-f]{12}/g;

/** A terminal in a folder: it keeps where `cd` led, and shows what a person would see, both streams together. */
export class Terminal {
  readonly #root: string;
  #here: string;

  constructor(root: string) {
    this.#root = root;
    this.#here = root;
  }

  /** The path of a file that an example names, from where the terminal is. */
  path(name: string): string {
    return join(this.#here, name);
  }

  #shown(said: string): readonly string[] {
    return linesOf(steady(said, this.#root, '/home/ada').replace(SEALED, '$1…'));
  }

  /** Runs one line, without its prompt. Throws where the program is none that an example may run. */
  async run(line: string): Promise<readonly string[]> {
    const [, command = '', file] = /^(.*?)(?: > (\S+))?$/.exec(line.replace(/ +# .*$/, '')) ?? [];
    const [program = '', ...words] = split(command);
    if (program === 'cd') {
      this.#here = resolve(this.#here, words[0] ?? '');
      return [];
    }
    if (program === 'octavo') {
      const { stdout, stderr } = await runOctavo(words, this.#here);
      return this.#shown(`${stdout}${stderr}`.replaceAll('\r', ''));
    }
    if (!PROGRAMS.has(program)) throw new Error(`an example cannot run "${program}"`);
    const there = words.map((word) => word.replace(INSTALLED, PUBLISHING));
    const said = execFileSync(program, there, {
      cwd: this.#here,
      encoding: 'utf8',
      env: { ...process.env, ...GIT, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (file === undefined) return this.#shown(said);
    writeFileSync(this.path(file), said);
    return [];
  }
}
