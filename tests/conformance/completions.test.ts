import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';

const all = process.env.OCTAVO_REQUIRE_ALL === '1';
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'octavo-completions-'));
const script = (shell: string) => join(folder, shell === 'zsh' ? '_octavo' : `octavo.${shell}`);

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(script(shell), (await runOctavo(['completions', shell], folder)).stdout);
  writeFileSync(join(folder, 'a file'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the shell offers behind a line, sorted. */
const OFFERS: Readonly<Record<string, (line: string) => readonly string[]>> = {
  bash: (line) => {
    const words = line.split(' ');
    const code = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _octavo; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(
      execFileSync('bash', ['-c', code, script('bash'), ...words], { cwd: folder, encoding: 'utf8' }),
    );
  },
  fish: (line) =>
    lines(
      execFileSync(
        'fish',
        ['--no-config', '-c', `source "$argv[1]"; complete -C "$argv[2]"`, script('fish'), line],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, HOME: folder },
        },
      ),
    ).map((offer) => offer.split('\t')[0] ?? ''),
  zsh: (line) => zshOffers(line),
};

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

/** zsh completes in a terminal alone: one is made with zpty, and its matches are listed by a widget. */
function zshOffers(line: string): readonly string[] {
  const inner = [
    'PROMPT=; unsetopt zle_bracketed_paste 2>/dev/null',
    `fpath=(${folder} $fpath); autoload -Uz compinit; compinit -u -D`,
    `compadd() { builtin compadd -A offers "$@"; print -r -- "\${(@)offers}" >> $OFFERS; builtin compadd "$@" }`,
    'bindkey "^I" complete-word; zstyle ":completion:*" list-prompt ""; LISTMAX=10000',
  ].join('\n');
  const setup = join(folder, 'setup.zsh');
  const offers = join(folder, 'offers');
  writeFileSync(setup, inner);
  writeFileSync(offers, '');
  const outer = [
    'zmodload zsh/zpty',
    `zpty z "OFFERS=${offers} zsh -f -i"`,
    `zpty -w z "source ${setup}; print READY"`,
    "zpty -r z out '*READY*READY*'",
    `zpty -w -n z $'${line}\\t'`,
    'sleep 1.5',
    'zpty -d z',
  ].join('\n');
  execFileSync('zsh', ['-f', '-c', outer], { cwd: folder, timeout: 20_000 });
  const found = execFileSync('cat', [offers], { encoding: 'utf8' });
  return [...new Set(found.split(/\s+/).filter((word) => word !== ''))].sort();
}

const cases: readonly [line: string, some: readonly string[], not: readonly string[]][] = [
  ['octavo b', ['build'], ['check']],
  ['octavo ', ['approve', 'build', 'check', 'help', 'list'], ['--drafts']],
  ['octavo help comp', ['completions'], ['build']],
  ['octavo completions ', ['bash', 'fish', 'zsh'], []],
  ['octavo check --rep', ['--reporter'], ['--quiet']],
  ['octavo check --reporter ', ['github', 'json', 'pretty', 'sarif'], ['a file']],
  ['octavo list --d', [], ['--drafts']],
];

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  const here = has(shell);
  if (!here && !all) console.warn(`completions: ${shell} is not installed here, skipped`);

  test.runIf(here || all)('reads the script without a fault', () => {
    const read = spawnSync(shell, ['-n', script(shell)], { encoding: 'utf8' });
    expect(`${read.stdout}${read.stderr}`).toBe('');
    expect(read.status).toBe(0);
  });

  test.runIf(here || all).each(cases)('offers behind "%s" what is right', (line, some, not) => {
    const offers = OFFERS[shell]?.(line) ?? [];
    expect(offers).toEqual(expect.arrayContaining([...some]));
    for (const word of not) expect(offers).not.toContain(word);
  });

  test.runIf((here || all) && shell !== 'zsh')('completes the last of several words, and files', () => {
    const offers = OFFERS[shell]?.('octavo build --to html,p') ?? [];
    expect(offers).toContain('html,pdf');
    expect(OFFERS[shell]?.('octavo check a')).toContain('a file');
  });
});
