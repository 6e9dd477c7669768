/**
 * Puts docs/publishing.md and docs/publishing/ into the package in the current folder before it is packed:
 * who installs the command has the script and the workflow that publish with it.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
rmSync('publishing', { recursive: true, force: true });
cpSync(join(docs, 'publishing'), 'publishing', { recursive: true });
cpSync(join(docs, 'publishing.md'), join('publishing', 'README.md'));
