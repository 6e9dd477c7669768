import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { readArguments, USAGE } from './arguments.ts';
import { PEERS } from './peers/table.ts';
import { ASIDE, CLIENTS, ROOT } from './places.ts';
import { report } from './report.ts';
import { measureRounds, type Row } from './rounds.ts';

const args = readArguments(process.argv.slice(2));
if (!args) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (args.install) process.exitCode = install();
else {
  const wanted = PEERS.filter(
    (peer) => args.formats.has(peer.format) && (args.only?.includes(peer.id) ?? true),
  );
  const present = wanted.filter((peer) => {
    const reason = peer.absent();
    if (reason) console.error(`Skipped: ${peer.id} ${peer.format}: ${reason} (pnpm bench install)`);
    return reason === undefined;
  });
  const rows: Row[] = [];
  for (const size of args.sizes) {
    rows.push(...measureRounds(present, size, { ...args, say: (line) => console.error(line) }));
  }
  console.log(report(rows));
  rmSync(ASIDE, { recursive: true, force: true });
  const complete = present.length * args.sizes.length === rows.length;
  process.exitCode = complete ? 0 : 1;
}

function install(): number {
  mkdirSync(CLIENTS, { recursive: true });
  copyFileSync(`${ROOT}tests/bench/clients/package.json`, `${CLIENTS}/package.json`);
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', CLIENTS, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    { stdio: 'inherit' },
  );
  return status ?? 1;
}
