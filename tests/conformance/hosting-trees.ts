import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionText, printRecord, sealRecord } from '@octavo/core/ledger';
import { compile } from '@octavo/jsonld';
import { textFile } from '@octavo/press/history';
import { runOctavo } from '../cli/run-octavo.ts';
import { loadBook } from '../contract/load-book.ts';
import type { Hosted } from './hosting-servers.ts';

/** Names that servers' configurations make hard: reserved words, other scripts, long, with dots. */
export const OLD_NAMES: readonly string[] = ['default', 'Überblick', `long-${'x'.repeat(90)}`, 'v1.2'];

/**
 * Two trees: the kitchen sink's second release under a path of its own, and a small handbook with a
 * long id and hard old names at the top of its host.
 */
export async function hostedTrees(place: string): Promise<readonly Hosted[]> {
  return [await kitchenSink(place), await small(place)];
}

async function kitchenSink(place: string): Promise<Hosted> {
  const book = join(place, 'kitchen-sink-source');
  const root = join(place, 'www');
  const tree = join(root, 'kitchen-sink');
  await cp(source('kitchen-sink'), book, { recursive: true });
  await build(book, tree);
  const { handbook } = await loadBook('tests/fixtures/kitchen-sink');
  const { record } = await compile(handbook);
  if (!record) throw new Error('the kitchen sink cannot be released');
  await mkdir(join(book, 'releases'));
  const text = textFile(handbook.id, editionText(handbook), new Set());
  const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  const seal = { text: sha256(text), sums: sha256(''), generator: '0.0.0' };
  const sealed = sealRecord(record, seal, undefined);
  await writeFile(join(book, 'releases', '2026.1.json'), printRecord(sealed));
  await writeFile(join(book, 'releases', '2026.1.text.jsonl'), text);
  await edit(join(book, 'handbook.yaml'), (text) =>
    text.replace('version: "2026.1"', 'version: "2026.2"').replace('2026-11-01T09', '2026-12-01T09'),
  );
  await build(book, tree);
  return { root, tree };
}

async function small(place: string): Promise<Hosted> {
  const book = join(place, 'small-source');
  const root = join(place, 'top');
  await cp(source('small'), book, { recursive: true });
  await edit(join(book, 'handbook.yaml'), (text) =>
    text
      .replace('id: small', `id: small-${'and-long-'.repeat(10)}id`)
      .replace('https://small.example/book/', 'https://small.example/'),
  );
  await edit(join(book, 'basics/1-what-is-this.md'), (text) =>
    text.replace('number: 1', `number: 1\naliases: [${OLD_NAMES.join(', ')}]`),
  );
  await build(book, root);
  return { root, tree: root };
}

async function build(book: string, out: string): Promise<void> {
  const argv = ['build', book, '--to', 'html,jsonld,epub', '--out', out];
  const { code, stderr } = await runOctavo(argv, process.cwd());
  if (code !== 0) throw new Error(stderr);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

function source(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}
