import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { CLIENTS, ROOT } from './places.ts';

/** Installs the peers of `clients/package.json` where the bench finds them; gives npm's exit code. */
export function install(): number {
  mkdirSync(CLIENTS, { recursive: true });
  copyFileSync(`${ROOT}tests/bench/clients/package.json`, `${CLIENTS}/package.json`);
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', CLIENTS, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    { stdio: 'inherit' },
  );
  return status ?? 1;
}
