// What publish.mjs --delta and --apply-delta need: one archive that makes a release of the release before it.
//
// The archive is a tar, compressed by Brotli or, where its name ends in .gz, by gzip. "delta.json" names both
// releases by the hashes of their SHA256SUMS, and says of every file that differs how it is put together: so many
// bytes of the old file from there, so many of "data", and so on. Applying makes the folder of the release
// again, in a folder for temporary files, and publish.mjs publishes it like any other: what a
// whole release writes, in its order. Nothing is listed for removal, since publishing removes only what
// the manifest says was redacted.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  crc32,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
} from 'node:zlib';

const FORMAT = 'octavo-delta-1';
/** Bytes that have to be the same to be found elsewhere in a file. */
const BLOCK = 24;
/** What names the hash of every listed file; these are put together last, when all of them are known. */
const SUMMED = ['manifest.json', 'SHA256SUMS'];

/**
 * Writes the delta that leads from a release to the next one.
 *
 * @param release folder of the release
 * @param base folder of the release that is published, or a web root that is at it
 * @param extras what lies beside the files that a release lists, by name, in the same order for every release
 * @param isPlain pictures are not inflated to be compared, so that any zlib puts them together
 * @param hasZip the zip of the release and what lies beside it are in it
 * @throws Error when a folder holds no release or when both hold the same
 */
export async function makeDelta(release, base, archive, { extras, isPlain = false, hasZip = true }) {
  const to = await releaseIn(release);
  const from = await releaseIn(base, [to.manifest.id, ...(to.manifest.volume?.aliases ?? [])]);
  if (to.manifest.retracted) throw new Error(`"${release}" is retracted: publish its notice as a folder`);
  if (from.sums === to.sums) throw new Error(`both folders hold ${to.version}: there is no difference`);
  const pairs = new Map([...to.files.keys()].map((path) => [path, path.replace(to.own, from.own)]));
  const [older, newer] = [extras(from.manifest), extras(to.manifest)];
  for (const [at, name] of newer.entries())
    if (hasZip || !name.startsWith(newer[0])) pairs.set(to.own + name, from.own + older[at]);
  for (const { path } of to.manifest.sealed ?? []) pairs.set(path, path);
  for (const name of ['editions.js', ...SUMMED]) {
    pairs.delete(to.own + name);
    pairs.set(to.own + name, from.own + name);
  }
  const [files, data] = [[], []];
  for (const [path, oldPath] of pairs) {
    const isListed = to.files.has(path);
    if (isListed && from.files.get(path) === to.files.get(path)) continue;
    const content = await readFile(join(release, path)).catch(() => undefined);
    if (isListed && (!content || digest(content) !== to.files.get(path)))
      throw new Error(`${path} is not as it was released`);
    if (!content) continue;
    const old = await oldContent(base, from, oldPath);
    const rows = isPlain ? [] : [old, content].map((png) => png && opened(png));
    const isOpened = rows.length > 0 && rows.every(Boolean);
    const isSummed = SUMMED.some((name) => path === to.own + name);
    const plain = Buffer.concat([
      old ?? Buffer.alloc(0),
      isSummed ? sumsOf(to.files, path) : Buffer.alloc(0),
    ]);
    const [before, after] = isOpened ? rows : [plain, content];
    const { steps, literals } = differences(before, after);
    data.push(...literals);
    // Hashes do not compress: those of listed files are in the lists that both sides have.
    const isKnown = isListed && old && oldPath === path && from.files.has(path);
    const source = isKnown ? undefined : { from: old ? [oldPath, digest(old)] : null };
    const sum = isListed ? undefined : digest(content);
    const traits = { ...(isOpened && { isOpened }), ...(isSummed && { isSummed }) };
    files.push({ path, sha256: sum, ...source, ...traits, steps });
  }
  const named = ({ manifest: { id }, version, own, sums }) => ({ id, version, own, sums });
  const gone = [...from.files.keys()].filter((path) => !to.files.has(path));
  const { zlib } = process.versions;
  const head = Buffer.from(
    JSON.stringify({ format: FORMAT, zlib, from: named(from), to: named(to), gone, files }),
  );
  const packed = pack(
    archive,
    tar([
      ['delta.json', head],
      ['data', Buffer.concat(data)],
    ]),
  );
  await mkdir(dirname(archive), { recursive: true });
  await writeFile(`${archive}.next`, packed);
  await rename(`${archive}.next`, archive);
  return `${to.manifest.id} ${from.version} to ${to.version}: ${files.length} files that differ, ${packed.length} bytes in ${archive}`;
}

/**
 * Makes the folder of a release again, of a web root and a delta; it is gone when the process ends.
 *
 * @param segmentOf what stands for a version in addresses
 * @returns the folder
 * @throws Error when the archive is none, when the web root is at another release than the one that the delta
 *   begins with, or when a file in it is not as it was released
 */
export async function applyDelta(archive, root, segmentOf) {
  const { head, data } = open(archive, await readFile(archive));
  const { from, to } = head;
  const found = [];
  for (const own of new Set([from.own, to.own]))
    found.push(await releaseIn(root, [to.id, from.id], own).catch(() => undefined));
  const is = ({ version, sums }) => `${version} (SHA256SUMS ${sums.slice(0, 12)})`;
  // Applying that was interrupted has put some files of the next release there, or all.
  if (!found.some((one) => one?.sums === from.sums || one?.sums === to.sums))
    throw new Error(
      `the delta leads from ${is(from)} to ${is(to)}, and "${root}" is at ${found.filter(Boolean).map(is)[0] ?? 'no release'}: ` +
        'make a delta from that one with --delta, or publish the whole release',
    );
  const kept = `${from.own}edition/${segmentOf(from.version)}/`;
  async function published(path, sha256) {
    for (const place of ['', kept]) {
      const content = await readFile(join(root, place, path)).catch(() => undefined);
      if (content && digest(content) === sha256) return content;
    }
    throw new Error(`${path} is not in "${root}" as ${from.version} released it: publish the whole release`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'octavo-delta-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  async function put(path, content) {
    if (/^\/|[\\:]|(?:^|\/)\.\.?(?:\/|$)/.test(path)) throw new Error(`"${path}" is no path of a release`);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const known = new Map(listed((await published(`${from.own}SHA256SUMS`, from.sums)).toString()));
  const changed = new Set([...head.gone, ...head.files.map(({ path }) => path)]);
  const sums = new Map([...known].filter(([path]) => !changed.has(path)));
  for (const [path, sha256] of sums) await put(path, await published(path, sha256));
  let at = 0;
  for (const { path, sha256, from: old, isOpened, isSummed, steps } of head.files) {
    const place = old === undefined ? [path, known.get(path)] : old;
    const source = place ? await published(...place) : Buffer.alloc(0);
    const plain = isSummed ? Buffer.concat([source, sumsOf(sums, path)]) : source;
    const base = isOpened ? inflated(source) : plain;
    const parts = [];
    for (let step = 0; step < steps.length; step += 3) {
      const [start, length, own] = steps.slice(step, step + 3);
      parts.push(base.subarray(start, start + length), data.subarray(at, at + own));
      at += own;
    }
    const content = isOpened ? closed(Buffer.concat(parts)) : Buffer.concat(parts);
    if (sha256 === undefined) sums.set(path, digest(content));
    else if (digest(content) !== sha256) throw new Error(otherwise(archive, path, head));
    await put(path, content);
  }
  return folder;
}

/** Why a file is not what it should be: pictures are deflated again, and zlib is not the same everywhere. */
function otherwise(archive, path, { zlib }) {
  return zlib === process.versions.zlib
    ? `${path} does not come out as it was released: fetch "${archive}" again, or make it with --plain`
    : `${path} does not come out as it was released: this Node has zlib ${process.versions.zlib}, and the one that made "${archive}" ${zlib}; take that Node, or make the delta with --plain`;
}

/** The list of hashes, as SHA256SUMS has it, in the order of paths, without that of the file at hand. */
function sumsOf(files, own) {
  const paths = [...files.keys()].filter((path) => path !== own).sort();
  return Buffer.from(paths.map((path) => `${files.get(path)}  ${path}\n`).join(''));
}

/** The release in a folder: one of these names where several volumes lie in it. */
async function releaseIn(folder, names = [], only = undefined) {
  const volumes = (await readdir(join(folder, 'volume')).catch(() => [])).map((name) => `volume/${name}/`);
  for (const own of only === undefined ? [...volumes, ''] : [only]) {
    const text = await readFile(join(folder, own, 'manifest.json'), 'utf8').catch(() => undefined);
    const sums = await readFile(join(folder, own, 'SHA256SUMS')).catch(() => undefined);
    const manifest = text && JSON.parse(text);
    if (!sums || manifest?.stage !== 'release') continue;
    if (names.length > 0 && !names.includes(manifest.id)) continue;
    const files = new Map(listed(sums.toString()));
    return { own, manifest, version: manifest.edition.version, files, sums: digest(sums) };
  }
  throw new Error(`"${folder}" holds no release${names.length > 0 ? ` of "${names[0]}"` : ''}`);
}

/** What a web root at the release has of a file: editions.js is not the same in every one. */
async function oldContent(base, from, path) {
  if (path === `${from.own}editions.js`) return undefined;
  const content = await readFile(join(base, path)).catch(() => undefined);
  return content && (from.files.get(path) ?? digest(content)) === digest(content) ? content : undefined;
}

/**
 * How a file is made of an older one: triples of where to copy from, how many bytes, and how many bytes
 * of its own follow. Blocks of the old file are found wherever they went, as rsync finds them.
 */
function differences(old, now) {
  const [steps, literals] = [[], []];
  const mask = 2 ** Math.max(4, Math.ceil(Math.log2(old.length / BLOCK + 1)) + 1) - 1;
  const table = new Int32Array(mask + 1);
  for (let at = 0; at + BLOCK <= old.length; at += BLOCK) table[slot(hashOf(old, at), mask)] ||= at + 1;
  let [at, done, shift, hash] = [0, 0, 0, hashOf(now, 0)];
  let copy = [0, 0];
  function flush(until) {
    if (copy[1] > 0 || until > done) steps.push(...copy, until - done);
    if (until > done) literals.push(now.subarray(done, until));
  }
  while (at + BLOCK <= now.length) {
    const start = [at + shift, table[slot(hash, mask)] - 1].find((place) => isSame(old, place, now, at));
    if (start === undefined) {
      hash = (Math.imul(hash - Math.imul(now[at], OUT), 257) + (now[at + BLOCK] ?? 0)) | 0;
      at++;
      continue;
    }
    let [first, last] = [0, BLOCK];
    while (at + first > done && start + first > 0 && old[start + first - 1] === now[at + first - 1]) first--;
    while (at + last < now.length && start + last < old.length && old[start + last] === now[at + last])
      last++;
    flush(at + first);
    copy = [start + first, last - first];
    [at, done, shift] = [at + last, at + last, start - at];
    hash = hashOf(now, at);
  }
  flush(now.length);
  return { steps, literals };
}

/** What the first byte of a block counts in its hash. */
const OUT = Array.from({ length: BLOCK - 1 }).reduce((power) => Math.imul(power, 257), 1);

function hashOf(bytes, start) {
  let hash = 0;
  for (let at = start; at < start + BLOCK; at++) hash = (Math.imul(hash, 257) + (bytes[at] ?? 0)) | 0;
  return hash;
}

function slot(hash, mask) {
  return (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
}

function isSame(old, start, now, at) {
  if (start < 0 || start + BLOCK > old.length) return false;
  for (let next = 0; next < BLOCK; next++) if (old[start + next] !== now[at + next]) return false;
  return true;
}

/** The rows of a picture as Octavo draws it, where this zlib deflates them to the same bytes again. */
function opened(png) {
  const rows = png.indexOf('IDAT') > 0 && png.readUInt32BE(0) === 0x89504e47 ? inflated(png) : undefined;
  return rows && closed(rows).equals(png) ? rows : undefined;
}

/** How long what stands before the first chunk of data is, that, and the rows. */
function inflated(png) {
  const at = png.indexOf('IDAT') - 4;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(at);
  const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
  try {
    return Buffer.concat([length, png.subarray(0, at), inflateSync(data)]);
  } catch {
    return undefined;
  }
}

function closed(rows) {
  const start = 4 + rows.readUInt32BE(0);
  const chunks = [
    ['IDAT', deflateSync(rows.subarray(start))],
    ['IEND', Buffer.alloc(0)],
  ].map(([type, data]) => {
    const [length, name, sum] = [Buffer.alloc(4), Buffer.from(type), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(data, crc32(name)));
    return Buffer.concat([length, name, data, sum]);
  });
  return Buffer.concat([rows.subarray(4, start), ...chunks]);
}

/** A tar in the form of POSIX.1-1988 (ustar), without times. */
function tar(members) {
  const blocks = members.flatMap(([name, content]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644', 100);
    head.write('0000000', 108);
    head.write('0000000', 116);
    head.write(content.length.toString(8).padStart(11, '0'), 124);
    head.write('00000000000', 136);
    head.write('        0', 148);
    head.write('ustar', 257);
    head.write('00', 263);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
    return [head, content, Buffer.alloc(-content.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function pack(name, content) {
  if (name.endsWith('gz')) return gzipSync(content, { level: 9 });
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_QUALITY } = constants;
  const params = {
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
    [BROTLI_PARAM_QUALITY]: 9,
  };
  return brotliCompressSync(content, { params });
}

/** What an archive holds; its first bytes say whether it is gzip. */
function open(name, packed) {
  try {
    const content =
      packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync(packed) : brotliDecompressSync(packed);
    const members = [];
    for (let at = 0; content[at] > 0; ) {
      const size = Number.parseInt(content.toString('latin1', at + 124, at + 135), 8);
      members.push(content.subarray(at + 512, at + 512 + size));
      at += 512 + size + (-size & 511);
    }
    const head = JSON.parse(members[0]);
    if (head.format === FORMAT) return { head, data: members[1] };
  } catch {}
  throw new Error(`"${name}" is no delta, or not whole: fetch it again`);
}

function listed(sums) {
  const lines = sums.trimEnd().split('\n');
  return lines.map((line) => [line.slice(66), line.slice(0, 64)]);
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}
