import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPack, type Pack, type PackRecord, writePack } from './pack-file.ts';

/** The packs of one folder, the newest first; what cannot be read is removed. */
export interface PackFolder {
  readonly packs: readonly Pack[];
  /** Adds a pack, which is the newest then. */
  readonly add: (records: Iterable<PackRecord>) => void;
  /** Puts one pack in the place of all. */
  readonly replace: (records: Iterable<PackRecord>) => void;
  readonly close: () => void;
}

/** Opens the folder of a cache. Nothing is written before there is something to keep. */
export function openPackFolder(folder: string): PackFolder {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pack')) : [];
  // Names are numbers of sixteen digits, then who wrote it: they sort by age.
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
    // No handbook wants it under version control.
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
