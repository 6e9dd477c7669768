#!/usr/bin/env node
// Adds a release to a web root: node publish.mjs <release folder> <web root>
//
// The web root is a folder: a checkout of the branch that a host serves, a mounted bucket, a directory
// of a server. Nothing in it is removed, so that old releases, sealed feed pages and addresses that were
// linked to stay. What leads to other files is written after them, and each file by a rename: a reader
// meets the old release or the new one. Publishing twice changes nothing.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exit } from 'node:process';

const [release, root] = process.argv.slice(2);
if (!release || !root) stop('usage: node publish.mjs <release folder> <web root>');

const manifest = JSON.parse(
  await read(join(release, 'manifest.json')).catch(() => stop(`"${release}" holds no release`)),
);
if (manifest.stage !== 'release') stop(`"${release}" is a ${manifest.stage ?? 'preview'}, not a release`);

// The folder is whole.
const sums = await read(join(release, 'SHA256SUMS'), 'utf8');
const files = new Map(
  sums
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)]),
);
for (const [path, sha256] of files)
  if ((await hash(join(release, path))) !== sha256) stop(`${path} is not as it was released`);

// What is published is never turned back, and never changed.
const there = JSON.parse(await read(join(root, 'manifest.json')).catch(() => 'null'));
if (there && there.iri !== manifest.iri) stop(`"${root}" is the web root of <${there.iri}>`);
if (there?.stage === 'release' && there.edition.version !== manifest.edition.version) {
  const history = manifest.history ?? [];
  const known = history.find(({ version }) => version === there.edition.version);
  if (!known && instant(there) > instant(manifest))
    stop(`${there.edition.version} is published, which is later`);
  if (!known)
    stop(
      `${there.edition.version} is published, and ${manifest.edition.version} does not follow it (it follows ${history.at(-1)?.version ?? 'nothing'})`,
    );
  if (known.sums !== (await hash(join(root, 'SHA256SUMS'))))
    stop(`another ${there.edition.version} is published than the one that this release follows`);
}
const sealed = [
  ...(manifest.sealed ?? []),
  ...manifest.files.filter(({ path }) => /^feed\/[^/]+\/\d+\.jsonld$/.test(path)),
];
for (const { path, sha256 } of sealed) {
  const [published, own] = [await hash(join(root, path)), await hash(join(release, path))];
  if (published !== undefined && published !== sha256) stop(`${path} is published with other content`);
  if (published === undefined && own !== sha256)
    stop(
      `${path} is neither published nor in the release: give octavo release the folder that has it with --previous`,
    );
}

// First what nothing leads to yet, last what leads to everything.
const zip = `${manifest.id}-${basename(manifest.edition.version)}.zip`;
const extras = [
  ...sealed.map(({ path }) => path),
  zip,
  `${zip}.sha256`,
  `${zip}.minisig`,
  'SHA256SUMS.minisig',
];
const last = ['index.html', 'feed.xml', 'feed.json', 'feed/index.jsonld', 'SHA256SUMS', 'manifest.json'];
const paths = [...new Set([...extras, ...files.keys()])].filter((path) => !last.includes(path)).sort();
let written = 0;
for (const path of [...paths, ...last]) {
  const content = await read(join(release, path)).catch(() => undefined);
  if (content === undefined) continue;
  const target = join(root, path);
  const old = await read(target).catch(() => undefined);
  if (old?.equals(content)) continue;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.next`, content);
  await rename(`${target}.next`, target);
  written++;
}
console.log(`${manifest.id} ${manifest.edition.version}: ${written} files written to ${root}`);

function read(path, encoding) {
  return readFile(path, encoding);
}

async function hash(path) {
  const content = await readFile(path).catch(() => undefined);
  return content && createHash('sha256').update(content).digest('hex');
}

function instant({ edition: { date } }) {
  return Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date);
}

function stop(reason) {
  console.error(`publish: ${reason}`);
  exit(1);
}
