import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CLIENTS } from '../places.ts';

/** Why tools that a package manager installs cannot run: those that are not on PATH. */
export function notOnPath(tools: readonly string[]): string | undefined {
  const missing = tools.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  return missing.length > 0 ? `${missing.join(', ')} not installed` : undefined;
}

/** Why a package that `pnpm bench install` installs cannot run. */
export function notFromNpm(name: string): string | undefined {
  return existsSync(`${CLIENTS}/node_modules/${name}`)
    ? undefined
    : `${name} not installed (pnpm bench install)`;
}

/** The command that starts what such a package calls `name`. */
export function fromNpm(name: string): string {
  return `node ${CLIENTS}/node_modules/.bin/${name}`;
}
