import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Handbook, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';

/** A handbook from source texts by path; `handbook.yaml` may leave out what every book has. */
export function book(sources: Readonly<Record<string, string>>, yaml = ''): Handbook {
  const head = `schemaVersion: 1\nid: small\ntitle: A small book\nlanguage: en\niri: https://example.org/small/\nedition: { version: "1.0", date: 2026-05-04 }\n${yaml}\n`;
  const all: Record<string, string> = { 'handbook.yaml': head, ...sources };
  return load(Object.entries(all).map(([path, value]) => new VFile({ path, value: Buffer.from(value) })));
}

/** The kitchen sink with its drafts, and the bytes of its files. */
export function kitchenSink(): { handbook: Handbook; assets: ReadonlyMap<string, Uint8Array> } {
  const root = fileURLToPath(new URL('../../../tests/fixtures/kitchen-sink', import.meta.url));
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => new VFile({ path: relative(root, path).split(sep).join('/'), value: readFileSync(path) }));
  const assets = new Map(files.map((file) => [file.path, file.value as Uint8Array]));
  return { handbook: load(files, true), assets };
}

function load(files: VFile[], drafts = false): Handbook {
  const { handbook } = loadHandbook(files, { drafts });
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  return freeze(handbook);
}

/** Deeply frozen: a compiler that writes to the handbook throws. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) freeze(child);
  }
  return value;
}
