import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * A pack holds many small records in one file, because thousands of small files are slow. It consists of the
 * magic number, the records in a row, the index as JSON [key, offset, length, sha256][], the index's length
 * (4 bytes, big-endian) and its SHA-256 (32 bytes).
 */
const MAGIC = Buffer.from('OCTOPAC1');
const FOOT = 36;

export interface PackRecord {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A pack open for reading. */
export interface Pack {
  readonly path: string;
  readonly size: number;
  readonly keys: readonly string[];
  readonly has: (key: string) => boolean;
  /** Returns undefined when there is no such record, or when its bytes have changed. */
  readonly read: (key: string) => PackRecord | undefined;
  readonly close: () => void;
}

/** Opens a pack; returns undefined when it is missing, truncated or damaged. */
export function openPack(path: string): Pack | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const index = readIndex(file, size);
    if (!index) throw new Error('damaged');
    const descriptor = file;
    const readRecord = windowed(descriptor, size);
    return {
      path,
      size,
      keys: [...index.keys()],
      has: (key) => index.has(key),
      read: (key) => {
        const place = index.get(key);
        const bytes = place && readRecord(place.offset, place.length);
        if (!place || !bytes || hash('sha256', bytes) !== place.sha256) return undefined;
        return { key, bytes, sha256: place.sha256 };
      },
      close: () => closeSync(descriptor),
    };
  } catch {
    if (file !== undefined) closeSync(file);
    return undefined;
  }
}

/** How many bytes are collected before they are written. */
const CHUNK = 1 << 20;

/**
 * Writes a pack beside its place and renames it, so that another build sees the whole pack or none. The
 * records are taken as they are written: those of a long book are never in memory together.
 */
export function writePack(path: string, records: Iterable<PackRecord>): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${process.pid}.${Math.random().toString(36).slice(2)}.part`);
  try {
    const file = openSync(beside, 'w');
    try {
      writeParts(file, records);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

function writeParts(file: number, records: Iterable<PackRecord>): void {
  let gathered: Uint8Array[] = [];
  let size = 0;
  const flush = () => {
    writeFileSync(file, Buffer.concat(gathered, size));
    gathered = [];
    size = 0;
  };
  const put = (bytes: Uint8Array) => {
    gathered.push(bytes);
    size += bytes.length;
    if (size >= CHUNK) flush();
  };
  put(MAGIC);
  const index: (string | number)[][] = [];
  let offset = MAGIC.length;
  for (const { key, bytes, sha256 } of records) {
    index.push([key, offset, bytes.length, sha256]);
    put(bytes);
    offset += bytes.length;
  }
  const table = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(table.length);
  for (const bytes of [table, length, hash('sha256', table, 'buffer')]) put(bytes);
  flush();
}

type Index = ReadonlyMap<
  string,
  { readonly offset: number; readonly length: number; readonly sha256: string }
>;

function readIndex(file: number, size: number): Index | undefined {
  if (size < MAGIC.length + FOOT) return undefined;
  const foot = readAt(file, size - FOOT, FOOT);
  const head = readAt(file, 0, MAGIC.length);
  if (!foot || !head || !MAGIC.equals(head)) return undefined;
  const length = foot.readUInt32BE(0);
  const table = length <= size - FOOT ? readAt(file, size - FOOT - length, length) : undefined;
  if (!table || !hash('sha256', table, 'buffer').equals(foot.subarray(4))) return undefined;
  const rows = JSON.parse(table.toString()) as [string, number, number, string][];
  return new Map(rows.map(([key, offset, bytes, sha256]) => [key, { offset, length: bytes, sha256 }]));
}

/** How many bytes are read ahead. */
const WINDOW = 1 << 18;

/**
 * Reads records of a file. They are mostly asked for in the order in which they were written: when one
 * follows closely behind the previous one, a larger piece of the file is read with it.
 */
function windowed(file: number, size: number): (offset: number, length: number) => Buffer | undefined {
  let window: Buffer = Buffer.alloc(0);
  let start = 0;
  let last = 0;
  return (offset, length) => {
    const near = offset >= last && offset < last + WINDOW / 8;
    last = offset + length;
    if (offset < start || last > start + window.length) {
      if (!near || length > WINDOW) return readAt(file, offset, length);
      const ahead = readAt(file, offset, Math.min(WINDOW, size - offset));
      if (!ahead || last > size) return undefined;
      window = ahead;
      start = offset;
    }
    return window.subarray(offset - start, last - start);
  };
}

function readAt(file: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(length);
  return readSync(file, bytes, 0, length, offset) === length ? bytes : undefined;
}

/** The packs of one folder, newest first; a pack that cannot be read is removed. */
export interface PackFolder {
  readonly packs: readonly Pack[];
  /** Adds a pack, which is then the newest. */
  readonly add: (records: Iterable<PackRecord>) => void;
  /** Replaces all packs with one. */
  readonly replace: (records: Iterable<PackRecord>) => void;
  readonly close: () => void;
}

/** Opens the folder of a cache. Nothing is written before there is something to keep. */
export function openPackFolder(folder: string): PackFolder {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pack')) : [];
  // A name is a number of sixteen digits and then the writer, so that names sort by age.
  const packs = names
    .sort()
    .reverse()
    .flatMap((name) => {
      const pack = openPack(join(folder, name));
      if (!pack) rmSync(join(folder, name), { force: true });
      return pack ?? [];
    });
  const newest = Number.parseInt(names[0] ?? '0', 10) || 0;
  let next = newest + 1;
  const add = (records: Iterable<PackRecord>) => {
    const name = `${String(next++).padStart(16, '0')}-${process.pid}.pack`;
    mkdirSync(folder, { recursive: true });
    // No handbook wants the cache under version control.
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    const path = join(folder, name);
    writePack(path, records);
    const pack = openPack(path);
    if (pack) packs.unshift(pack);
  };
  return {
    packs,
    add,
    replace: (records) => {
      const old = [...packs];
      add(records);
      for (const pack of old) rmSync(pack.path, { force: true });
    },
    close: () => {
      for (const pack of packs) pack.close();
    },
  };
}

/**
 * Removes the folder of a cache, and the `.octavo` around it when nothing else is in it. Says whether there
 * was one.
 */
export async function removeCache(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  await rm(folder, { recursive: true, force: true });
  await rmdir(dirname(folder)).catch(() => {});
  return true;
}
