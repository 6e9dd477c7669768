import { hash } from 'node:crypto';
import type { Handbook } from '@octavo/core';
import type { TreeFiles } from '../tree/tree-files.ts';
import { saidIn, type Written } from './said-in.ts';
import { KEY, type Secrets, secretsOf } from './secrets.ts';
import { textsInFile } from './texts-in-file.ts';
import { waysToRead } from './ways-to-read.ts';
import { addressesIn, lettersOf, namesIn } from './words.ts';

/** A built edition, and the book that it is an edition of. */
export interface LeakRequest {
  /** The book with everything in it. */
  readonly whole: Handbook;
  /** What the edition may say. */
  readonly edition: Handbook;
  /** The edition as it was built. */
  readonly files: TreeFiles;
  /** What else is not for everybody: values of variables, approvals, names of files, each with its place. */
  readonly beside?: readonly Written[];
  /** Documents that are not for everybody, such as what earlier releases of other editions said. */
  readonly others?: unknown;
  /** What earlier releases of the edition said: that is no secret any more, unless the whole book says it still. */
  readonly published?: unknown;
  /** Files that are alike in every folder; what they say, such as the names of JSON-LD, is no secret. */
  readonly shipped?: ReadonlySet<string>;
  /** Pages that earlier releases have sealed: they stay as they were published. */
  readonly sealed?: ReadonlySet<string>;
}

/** Words of an excluded part in a file of an edition. */
export interface Leak {
  /** What was found: up to five words, or a name; several in one file of one source are one leak. */
  readonly said: string;
  /** Where it is written: `pricing/618-refunds.md:12`. */
  readonly source: string;
  /** Where it was found; behind "!", the path in an archive. */
  readonly file: string;
  /** How many such findings there are of that source in that file. */
  readonly count: number;
}

/**
 * Looks in every byte of a built edition for what only the excluded parts of its book say: each run of five
 * words, each name, value and picture. A file that cannot be looked into is a leak of its own, with an empty
 * `source`, since nobody knows what it says.
 */
export async function findLeaks({
  whole,
  edition,
  files,
  beside = [],
  others,
  published,
  shipped,
  sealed,
}: LeakRequest): Promise<readonly Leak[]> {
  const words = new Set<string>();
  for (const path of shipped ?? [])
    for (const name of namesIn(new TextDecoder().decode(await files.read(path)))) words.add(name);
  const secrets = secretsOf([whole, edition], published, { others, beside, words });
  const open = new Set(edition.images.map(({ sha256 }) => sha256));
  const pictures = new Map(
    whole.images.flatMap(({ sha256, path }) => (open.has(sha256) ? [] : [[sha256, path] as const])),
  );
  const found = new Map<string, Leak>();
  const tell = (said: string, source: string, file: string): void => {
    const key = `${source}\n${file}`;
    const { count = 0, said: first = said } = found.get(key) ?? {};
    found.set(key, { said: first, source, file, count: count + 1 });
  };
  for (const path of files.paths) {
    if (shipped?.has(path) || sealed?.has(path)) continue;
    for (const { text, place } of leaksIn(path, secrets)) tell(text, place, path);
    const bytes = await files.read(path);
    if (!bytes) continue;
    try {
      for await (const held of textsInFile(path, bytes)) {
        const picture = held.bytes && pictures.get(hash('sha256', held.bytes));
        if (picture !== undefined) tell(picture, picture, held.at);
        for (const way of waysToRead(held.text))
          for (const { text, place } of leaksIn(way, secrets)) tell(text, place, held.at);
      }
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), '', path);
    }
  }
  return [...found.values()];
}

/** Makes a function that says whether a value holds what only the excluded parts of a book say. */
export function saysExcluded(whole: Handbook, edition: Handbook): (value: unknown) => boolean {
  const secrets = secretsOf([whole, edition], undefined, { others: undefined, beside: [], words: new Set() });
  return (value) => {
    for (const { text } of saidIn(value)) for (const _ of leaksIn(text, secrets)) return true;
    return false;
  };
}

function* leaksIn(text: string, { runs, names, addresses }: Secrets): Generator<Written> {
  const { all, breaks } = lettersOf(text);
  for (let at = 0; runs.size > 0 && at + KEY <= all.length; at++)
    for (const secret of runs.get(all.slice(at, at + KEY)) ?? []) {
      const isWhole = !secret.isShort || (breaks.has(at) && breaks.has(at + secret.letters.length));
      if (isWhole && all.startsWith(secret.letters, at)) yield secret;
    }
  for (const address of addresses.size > 0 ? addressesIn(text) : []) {
    const secret = addresses.get(address);
    if (secret) yield secret;
  }
  for (const name of names.size > 0 ? new Set(namesIn(text)) : []) {
    const secret = names.get(name);
    if (secret) yield secret;
  }
}
