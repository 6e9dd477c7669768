#!/usr/bin/env node
// Adds a release to a web root: node publish.mjs <release folder> <web root>
// Where the web root is far away, one archive of what changed since the release that is published there:
//   node publish.mjs --delta <release folder> <folder or web root of the release before> <archive>
//   node publish.mjs --apply-delta <archive> <web root>
//
// The web root is a folder: a checkout of the branch that a host serves, a mounted bucket, a directory
// of a server. Nothing in it is removed, so that old releases, sealed feed pages and addresses that were
// linked to stay; only what "octavo redact" took out of earlier releases goes. What leads to other files
// is written after them, and each file by a rename: a reader meets the old release or the new one.
// Publishing twice changes nothing.
//
// Every edition stays readable as it was released, in a folder of its own: edition/<version>/, below volume/<id>/ for
// a volume. The folder of an older release of the same line, given later, is added there and changes nothing else.
//
// Volumes of one work go into one web root, in any order: each has a folder volume/<id>/ of its own, the
// entries of all are in entry/, and the files at the root (contents, search, feeds, sitemap …) are put
// together from the work.json of every volume that is there.
//
// The hotfix of an older edition does not take the place of the newest: it becomes readable under
// edition/<version>/. A release in whose folder a notice stands (octavo retract --files notice) puts that
// notice over what it had published, wherever it is, and takes away the rest of it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { exit } from 'node:process';

let written = 0;
const SLOT = /\uFDD0([^\uFDD0]*)\uFDD0([^\uFDD1]*)\uFDD1([^\uFDD2]*)\uFDD2/g;

const USAGE = `usage: node publish.mjs <release folder> <web root>
       node publish.mjs --delta <release folder> <folder or web root of the release before> <archive>
           [--without-zip] [--plain]
       node publish.mjs --apply-delta <archive> <web root>`;
const DELTA_OPTIONS = ['--without-zip', '--plain'];

const [release, root] = await places(process.argv.slice(2));

// The book's own folder: volume/<id>/, or the whole release when the book is no volume.
const [own = '', another] = await volumesIn(release);
if (another) stop(`"${release}" holds several volumes: it is a web root, not a release`);
const manifest = JSON.parse(
  await read(join(release, own, 'manifest.json')).catch(() => stop(`"${release}" holds no release`)),
);
if (manifest.stage !== 'release') stop(`"${release}" is a ${manifest.stage ?? 'preview'}, not a release`);

// The folder is whole.
const sums = await read(join(release, own, 'SHA256SUMS'), 'utf8');
const files = new Map(
  sums
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)]),
);
if (!manifest.retracted)
  for (const [path, sha256] of files)
    if ((await hash(join(release, path))) !== sha256) stop(`${path} is not as it was released`);

// What is published is never turned back, and never changed.
const published = [];
for (const folder of new Set(['', ...(await volumesIn(root))])) published.push(await manifestIn(folder));
const names = [manifest.id, ...(manifest.volume?.aliases ?? [])];
const there = names.map((id) => published.find((other) => other?.id === id)).find(Boolean);
for (const other of published.filter(Boolean)) {
  if (other.iri !== manifest.iri) stop(`"${root}" is the web root of <${other.iri}>`);
  if (names.includes(other.id) && !own === !other.volume) continue;
  if (!own || !other.volume) stop(`"${root}" is the web root of "${other.id}", and this is "${manifest.id}"`);
  const taken = new Set(other.files.map(({ path }) => path));
  const both = [...files.keys()].filter((path) => path.startsWith('entry/') && taken.has(path));
  if (both.length > 0) {
    const numbers = new Set(both.map((path) => path.split('/')[1].replace(/\.\w+$/, '')));
    stop(`${[...numbers].join(', ')}: published in the volume "${other.id}" already`);
  }
}
if (manifest.retracted) await putNotices();
// An older release of the line that is published is only added to the editions that are kept, and so is a hotfix of one.
const isOlder =
  there?.stage === 'release' &&
  there.history?.some(
    ({ version, sums: known }) => version === manifest.edition.version && known === digest(sums),
  );
if (manifest.behind && !there)
  stop(`${manifest.edition.version} is a hotfix of an older edition: publish ${manifest.behind} first`);
const isBeside = isOlder || manifest.behind !== undefined;
if (there?.stage === 'release' && there.edition.version !== manifest.edition.version && !isBeside) {
  const history = manifest.history ?? [];
  const known = history.find(({ version }) => version === there.edition.version);
  if (!known && instant(there) > instant(manifest))
    stop(`${there.edition.version} is published, which is later`);
  if (!known)
    stop(
      `${there.edition.version} is published, and ${manifest.edition.version} does not follow it (it follows ${history.at(-1)?.version ?? 'nothing'})`,
    );
  // A release that was redacted since is published as it was.
  // Publishing that was interrupted near its end has put the sums of this one there.
  const allowed = [known.sums, ...(known.was ?? []), digest(sums)];
  if (!allowed.includes(await hash(join(root, there.volume ? `volume/${there.id}` : '', 'SHA256SUMS'))))
    stop(`another ${there.edition.version} is published than the one that this release follows`);
}
const sealed = [...(manifest.sealed ?? []), ...manifest.files.filter(({ path }) => sealedPage(path))];
for (const { path, sha256, was = [] } of isOlder ? [] : sealed) {
  const [old, now] = [await hash(join(root, path)), await hash(join(release, path))];
  // A page that was redacted is published as it was, and gives way to what the ledger seals now.
  const isOld = was.includes(old);
  if (isOld && now !== sha256)
    stop(`${path} was redacted and is not in the release: give octavo release the folder of its notice`);
  if (old !== undefined && old !== sha256 && !isOld) stop(`${path} is published with other content`);
  if (old === undefined && now !== sha256)
    stop(
      `${path} is neither published nor in the release: give octavo release the folder that has it with --previous`,
    );
}

// First what nothing leads to yet, last what leads to everything.
const extras = extrasOf(manifest).map((path) => own + path);
const last = ['index.html', 'feed.xml', 'feed.json', 'feed/index.jsonld', 'SHA256SUMS'].map(
  (path) => own + path,
);
const paths = [...new Set([...sealed.map(({ path }) => path), ...extras, ...files.keys()])]
  .filter((path) => !last.includes(path) && path !== `${own}manifest.json`)
  .sort();
const isLatest = published.every((other) => !other || instant(other) <= instant(manifest));
// What is published now is kept before it is replaced: a web root may be older than the editions in it.
if (there?.stage === 'release') await keep(there, root, true);
await keep(manifest, release, false);
// The feed pages that a hotfix sealed are the work's.
const wanted = isOlder ? [] : isBeside ? sealed.map(({ path }) => path) : [...paths, ...last];
for (const path of wanted) {
  const content = await read(join(release, path)).catch(() => undefined);
  // The context of the data is all volumes': an older edition does not turn its shapes and terms back.
  const kept = path.startsWith('context/') && !isLatest && (await hash(join(root, path)));
  if (content !== undefined && !kept) await put(path, content);
}
if (!isBeside) {
  for (const [path, text] of await workFiles()) await put(path, Buffer.from(text));
}
// A hotfix may be the first release after a redaction.
if (!isOlder) await removeRedacted();
if (!isBeside) await put(`${own}manifest.json`, await read(join(release, own, 'manifest.json')));
await listEditions(release, isBeside);
// Where git keeps the web root it must not change line ends: SHA256SUMS would no longer be true.
if (keptInGit(root) && !existsSync(join(root, '.gitattributes')))
  await put('.gitattributes', Buffer.from('* -text\n'));
const stays = isOlder ? `; ${there.edition.version} stays published` : '';
console.log(`${manifest.id} ${manifest.edition.version}: ${written} files written to ${root}${stays}`);

/** The folder of the release and the web root; a delta is made, or made the folder of a release again, first. */
async function places(given) {
  const options = given.filter((word) => word.startsWith('--'));
  const [first, second, archive] = given.filter((word) => !word.startsWith('--'));
  const [option = '', ...more] = options;
  const count = new Map([
    ['', 2],
    ['--delta', 3],
    ['--apply-delta', 2],
  ]).get(option);
  const isKnown =
    option === '--delta' ? more.every((word) => DELTA_OPTIONS.includes(word)) : more.length === 0;
  if (option === '--help') console.log(USAGE);
  if (option === '--help') exit(0);
  if (!isKnown || given.length - options.length !== count) stop(USAGE);
  if (option === '') return [first, second];
  // Publishing a whole release needs this file alone.
  const { makeDelta, applyDelta } = await import('./delta.mjs');
  try {
    if (option === '--apply-delta')
      return [await applyDelta(first, second, (version) => segmentOf({ edition: { version } })), second];
    const [hasZip, isPlain] = [!more.includes('--without-zip'), more.includes('--plain')];
    console.log(await makeDelta(first, second, archive, { extras: extrasOf, hasZip, isPlain }));
  } catch (error) {
    stop(error.message);
  }
  exit(0);
}

/** What stands for a version in addresses. */
function segmentOf({ edition: { version } }) {
  return version.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'edition';
}

/** What lies beside the files that a release lists: its zip, and signatures. */
function extrasOf(edition) {
  const zip = `${edition.id}-${segmentOf(edition)}.zip`;
  return [zip, `${zip}.sha256`, `${zip}.minisig`, 'SHA256SUMS.minisig'];
}

/** Keeps an edition, as it was released, below the address of its book; `isPublished`: it lies in the web root. */
async function keep(edition, from, isPublished) {
  const book = edition.volume ? `volume/${edition.id}/` : '';
  const folder = `${book}edition/${segmentOf(edition)}/`;
  const names = ['SHA256SUMS', 'manifest.json', 'SHA256SUMS.minisig'].map((name) => book + name);
  const [list] = names;
  const kept = await hash(join(root, folder, list));
  if (kept !== undefined) {
    if (kept !== (await hash(join(from, list))) && !isPublished)
      stop(`${folder} keeps another edition than ${edition.edition.version}`);
    return;
  }
  const lines = (await read(join(from, list), 'utf8').catch(() => '')).trimEnd().split('\n');
  const files = lines.map((line) => [line.slice(66), line.slice(0, 64)]);
  for (const [path, sha256] of files)
    if ((await hash(join(from, path))) !== sha256) {
      console.log(`${edition.edition.version} cannot be kept: ${path} is not as it was released`);
      return;
    }
  // Pages of a volume lead to files of the work, which are those of this volume alone here.
  const work = files.some(([path]) => path === `${book}work.json`)
    ? workFilesOf([JSON.parse(await read(join(from, book, 'work.json')))])
    : [];
  for (const [path, text] of work) await put(folder + path, Buffer.from(text));
  // The list of the files comes last: with it, the edition is whole.
  for (const path of [...files.map(([path]) => path), ...names.reverse()]) {
    const content = await read(join(from, path)).catch(() => undefined);
    if (content !== undefined) await put(folder + path, content);
  }
}

/** Says in editions.js, for the script of the site, which editions are kept, and which were withdrawn. */
async function listEditions(from, isAdded = false) {
  const path = `${own}editions.js`;
  const [fresh, old] = [await editionsIn(join(from, path)), await editionsIn(join(root, path))];
  // What is added beside the newest edition may know less than what is published.
  const versions = new Set(fresh?.editions.map(({ version }) => version));
  const book = isAdded && old?.editions.some(({ version }) => !versions.has(version)) ? old : fresh;
  if (book === undefined) return;
  const missing = [];
  for (const edition of book.editions) {
    const known = old?.editions.find(({ version }) => version === edition.version);
    // A retraction is never undone, also where the release that is published now was made before it.
    if (known?.retracted) edition.retracted ??= known.retracted;
    if (manifest.retracted && edition.version === manifest.edition.version)
      edition.retracted = manifest.retracted;
    edition.kept = await isKept(edition.segment);
    if (!edition.kept && edition.retracted?.files !== 'notice') missing.push(edition.version);
  }
  await put(path, Buffer.from(`octavoEditions(${JSON.stringify(book)});\n`));
  if (missing.length > 0)
    console.log(
      `not kept below ${own}edition/: ${missing.join(', ')}; publish the folder of each release to add it`,
    );
}

async function editionsIn(path) {
  const text = await read(path, 'utf8').catch(() => undefined);
  return text && JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
}

/** Whether an edition lies whole in its folder: no notice stands there, and no redaction took files away. */
async function isKept(segment) {
  const folder = `${own}edition/${segment}/`;
  const sums = await read(join(root, folder, own, 'SHA256SUMS'), 'utf8').catch(() => undefined);
  if (sums === undefined || (await manifestIn(folder + own))?.retracted) return false;
  const paths = sums.trimEnd().split('\n');
  return paths.every((line) => existsSync(join(root, folder, line.slice(66))));
}

/**
 * Puts the notice of a retracted release over its pages, at the root if it is the newest and always in the folder
 * of its edition, and ends.
 */
async function putNotices() {
  const folder = `${own}edition/${segmentOf(manifest)}/`;
  const notices = (await readdir(release, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) => relative(release, join(item.parentPath, item.name)).split(sep).join('/'))
    .filter((path) => path !== `${own}manifest.json`);
  const before = await workFiles();
  for (const place of ['', folder]) {
    const known = await manifestIn(place + own);
    const isThere = known?.edition?.version === manifest.edition.version && known.id === manifest.id;
    if (!isThere && place === '') continue;
    const listed = isThere ? known.files : [];
    const shown = new Set([...listed.map(({ path }) => path), `${own}SHA256SUMS`]);
    for (const path of notices)
      if (place !== '' || shown.has(path)) await put(place + path, await read(join(release, path)));
    for (const { path, sha256 } of listed) {
      if (notices.includes(path) || sealedPage(path) || servesOthers(path)) continue;
      const target = join(root, place, path);
      if ((await hash(target)) === sha256) await rm(target);
    }
    for (const extra of extrasOf(manifest)) await rm(join(root, place, own, extra), { force: true });
    await put(`${place}${own}manifest.json`, await read(join(release, own, 'manifest.json')));
  }
  // The files of the work say no more what the volume said.
  const now = await workFiles();
  for (const [path, text] of now) await put(path, Buffer.from(text));
  for (const path of before.keys()) {
    if (now.has(path) || servesOthers(path)) continue;
    if (notices.includes(path)) await put(path, await read(join(release, path)));
    else await rm(join(root, path), { force: true });
  }
  await listEditions(root);
  console.log(`${manifest.id} ${manifest.edition.version} is retracted: ${written} files written to ${root}`);
  exit(0);
}

/** A file that the server and the pages of other editions need, and that has no words of entries. */
function servesOthers(path) {
  const name = path.startsWith(own) ? path.slice(own.length) : path;
  return /^(?:hosting\/|static\/(?!search\/)|_headers$|_redirects$)/.test(name);
}

/** A page of the feed, which later releases lead to. */
function sealedPage(path) {
  return /^feed\/[^/]+\/\d+\.jsonld$/.test(path.slice(own.length));
}

/** Writes a file of the web root unless it is there with this content. */
async function put(path, content) {
  const target = join(root, path);
  const old = await read(target).catch(() => undefined);
  if (old?.equals(content)) return;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.next`, content);
  await rename(`${target}.next`, target);
  written++;
}

/** Removes what redactions took away: files that the ledger knows by their hashes, wherever they lie. */
async function removeRedacted() {
  const gone = new Set([
    ...(manifest.redacted ?? []),
    ...(manifest.sealed ?? []).flatMap(({ was = [] }) => was),
  ]);
  if (gone.size === 0) return;
  for (const item of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    const own = relative(root, path).split(sep).join('/');
    const isReleased = !isBeside && files.has(own);
    if (!item.isFile() || own.startsWith('.git/') || isReleased || !gone.has(await hash(path))) continue;
    await rm(path);
    console.log(`removed ${path}`);
  }
}

/** Whether a folder is in a checkout of git. */
function keptInGit(folder) {
  const [path, above] = [resolve(folder), resolve(folder, '..')];
  return existsSync(join(path, '.git')) || (above !== path && keptInGit(above));
}

/** The folders of the volumes in a folder. */
async function volumesIn(folder) {
  const found = [];
  for (const name of (await readdir(join(folder, 'volume')).catch(() => [])).sort())
    if (await hash(join(folder, 'volume', name, 'manifest.json'))) found.push(`volume/${name}/`);
  return found;
}

async function manifestIn(folder) {
  return JSON.parse(await read(join(root, folder, 'manifest.json')).catch(() => 'null'));
}

/**
 * The files at the root of a work, by path: the frame of each is that of the latest edition, and in its
 * slots stand the parts of all volumes, in the order of their numbers. (work.schema.json says how a slot
 * is marked.) Which volume was published last makes no difference.
 */
async function workFiles() {
  const works = [];
  for (const folder of new Set([own, ...(await volumesIn(root))]))
    works.push(JSON.parse(await read(join(root, folder, 'work.json')).catch(() => 'null')));
  return workFilesOf(works);
}

function workFilesOf(works) {
  // A volume that was renamed goes on under its new name.
  const gone = new Set(works.flatMap((work) => work?.volume.aliases ?? []));
  const volumes = works.filter((work) => work && !gone.has(work.id)).sort(byNumber);
  const made = new Map();
  for (const { files: frames } of [...volumes].sort((a, b) => instant(a) - instant(b)))
    for (const { path, text } of frames) made.set(path, text);
  for (const [path, frame] of made) {
    const texts = volumes.flatMap((volume) => volume.files.filter((file) => file.path === path));
    const parts = texts.map(
      ({ text }) => new Map([...text.matchAll(SLOT)].map((match) => [match[1], match[3]])),
    );
    made.set(
      path,
      frame.replace(SLOT, (_all, name, between) =>
        parts.flatMap((part) => part.get(name) || []).join(between),
      ),
    );
  }
  return made;
}

function byNumber(a, b) {
  return a.volume.first.localeCompare(b.volume.first, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1);
}

function read(path, encoding) {
  return readFile(path, encoding);
}

async function hash(path) {
  const content = await readFile(path).catch(() => undefined);
  return content && digest(content);
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

function instant({ edition: { date } }) {
  return Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date);
}

function stop(reason) {
  console.error(`publish: ${reason}`);
  exit(1);
}
