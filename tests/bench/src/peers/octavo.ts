import { existsSync } from 'node:fs';
import type { FormName } from '../corpus/forms.ts';
import { ROOT } from '../places.ts';
import type { BenchFormat, Peer } from './peer.ts';

const CLI = `${ROOT}packages/cli/bin/octavo.js`;
const absent = () => (existsSync(CLI) ? undefined : 'pnpm run compile has not run');

/** One thread: what the others are given too, and the CPU seconds of starting threads are not counted. */
const build = (folder: string, output: string, formats: string) =>
  `node ${CLI} build ${folder} --to ${formats} --jobs 1 --quiet --out ${output}`;

/** Another sentence in the middle of the book each time. */
const edit = (folder: string) =>
  `f=$(ls ${folder}/ch002/*.md | head -1) && echo "Edited $(date +%s%N)." >> "$f"`;

/**
 * Ours, as a user runs it: the compiled command in plain Node. From nothing; again; and after one
 * entry was edited, each in its own format's corpus, so that no row warms another's cache.
 */
function rows(format: BenchFormat, formats: string): readonly Peer[] {
  const copy = (folder: string) => `${folder}-${format}`;
  // One tree for the three rows, as on a user's disk; each row's output leads to it.
  const tree = (folder: string) => `${copy(folder)}-built`;
  const row = (id: string, prepare: (folder: string) => string): Peer => ({
    id,
    format,
    form: 'octavo',
    prepare: (folder, output) => `${prepare(folder)} && ln -sfn ${tree(folder)} ${output}`,
    command: (folder) => build(copy(folder), tree(folder), formats),
    absent,
  });
  return [
    {
      ...row('octavo', (folder) => `cp -r ${folder} ${copy(folder)}`),
      replaces: (folder) => [copy(folder), tree(folder)],
    },
    row('octavo, again', () => 'true'),
    row('octavo, one entry edited', (folder) => edit(copy(folder))),
  ];
}

/**
 * What commands take that build nothing, first of all to start: beside Node's own start, which no command can be
 * faster than. `words` may name the handbook, `%`.
 */
function command(id: string, words: string, before: (folder: string) => string = () => 'true'): Peer {
  const copy = (folder: string) => `${folder}-command`;
  return {
    id,
    format: 'command',
    form: 'octavo',
    prepare: (folder, output) =>
      `mkdir -p ${output}; [ -d ${copy(folder)} ] || (cp -r ${folder} ${copy(folder)} && node ${CLI} check ${copy(folder)} --quiet); ${before(copy(folder))}`,
    command: (folder) => words.replace('octavo', `node ${CLI}`).replace('%', copy(folder)),
    absent,
  };
}

/** What three editions of one book cost beside one of them, or a form that says more; each from nothing. */
function editions(id: string, which: string, form: FormName = 'editions'): Peer {
  const copy = (folder: string) => `${folder}-${which.replace(/\W+/g, '')}`;
  return {
    id,
    format: 'all',
    form,
    prepare: (folder, output) => `cp -r ${folder} ${copy(folder)} && mkdir -p ${output}`,
    command: (folder, output) =>
      `node ${CLI} build ${copy(folder)} ${which} --jobs 1 --quiet --out ${output}`,
    replaces: (folder) => [copy(folder)],
    absent,
  };
}

export const OCTAVO: readonly Peer[] = [
  ...rows('pdf', 'pdf'),
  ...rows('html', 'html'),
  ...rows('epub', 'epub'),
  ...rows('jsonld', 'jsonld'),
  ...rows('all', 'html,pdf,epub,jsonld'),
  editions('octavo editions, one of three', '--edition public'),
  editions('octavo editions, all three', '--all-editions'),
  editions('octavo own fields', '', 'fields'),
  command('node', 'node -e 0'),
  command('octavo, --version', 'octavo --version'),
  command('octavo, help', 'octavo help build'),
  command('octavo, schema', 'octavo schema'),
  command('octavo, show', 'octavo show q-1 %'),
  command('octavo, check', 'octavo check % --quiet'),
  command('octavo, check of an edit', 'octavo check % --quiet', edit),
];
