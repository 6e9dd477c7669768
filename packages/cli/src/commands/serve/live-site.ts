import { createHash } from 'node:crypto';
import type { OutputFile } from '@octavo/core';

/** A file ready to be sent. */
export interface Served {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** A strong entity tag (RFC 9110 section 8.8.3). */
  readonly etag: string;
}

/** One build of the website, in memory. A page is rendered when it is first requested, and then kept. */
export interface LiveSite {
  /**
   * The path of the handbook's IRI, as in an address, with a slash at both ends: the site is served there.
   */
  readonly base: string;
  readonly has: (path: string) => boolean;
  readonly file: (path: string) => Promise<Served | undefined>;
}

/** Makes the site of a compiled handbook. */
export function liveSite(iri: string, files: readonly OutputFile[]): LiveSite {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const made = new Map<string, Promise<Served>>();
  return {
    base: new URL(iri).pathname,
    has: (path) => byPath.has(path),
    file: async (path) => {
      const file = byPath.get(path);
      if (!file) return undefined;
      const known = made.get(path) ?? makeServed(file);
      made.set(path, known);
      return known;
    },
  };
}

async function makeServed({ mediaType, content }: OutputFile): Promise<Served> {
  if (content instanceof Uint8Array) return served(mediaType, content);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return served(mediaType, chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
}

/** Bytes with their entity tag. */
export function served(mediaType: string, bytes: Uint8Array): Served {
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { mediaType, bytes, etag: `"${digest}"` };
}
