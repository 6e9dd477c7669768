/**
 * Puts docs/publishing/ and the sources of the Octavo Handbook into the package in the
 * current folder before it is packed: who installs the command has the script and the workflow that publish with
 * it, and reads the handbook offline (`octavo docs`).
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
rmSync('publishing', { recursive: true, force: true });
cpSync(join(docs, 'publishing'), 'publishing', { recursive: true });

const handbook = fileURLToPath(new URL('../content/octavo-handbook', import.meta.url));
rmSync('handbook', { recursive: true, force: true });
cpSync(handbook, 'handbook', {
  recursive: true,
  filter: (path) => !/[\\/](?:node_modules|\.octavo|\.turbo|package\.json|turbo\.json)$/.test(path),
});
