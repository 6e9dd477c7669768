import type { OutputFile } from '@octavo/core';
import { pathSet } from '../compile/path-set.ts';

/** The files that Octavo itself writes into the folder of a book. */
const OURS =
  /^(?:SHA256SUMS.*|(?:manifest|handbook|inventory|pages|changes|parity|work)\.json|changes\.md|release\.jsonld|_headers|_redirects|.*\.zip(?:\..*)?|(?:context|feed|hosting|schemas|volume)(?:\/.*)?)$/i;

/**
 * Returns the files that someone else's code gave back, with their contents read, or what is wrong with them.
 */
export async function filesFrom(given: unknown, mediaType: string): Promise<readonly OutputFile[] | string> {
  if (!Array.isArray(given)) return 'compile gave back no list of files';
  const files: OutputFile[] = [];
  const paths = pathSet<undefined>();
  for (const { path, mediaType: type = mediaType, content } of given as readonly OutputFile[]) {
    const fault = pathFault(path);
    if (fault !== undefined) return fault;
    const other = paths.clash(path)?.path;
    if (other === path) return `two of its files are both "${path}"`;
    if (other !== undefined) return `its files "${other}" and "${path}" cannot stand beside each other`;
    paths.add(path, undefined);
    if (typeof type !== 'string' || !/^[\w.+-]+\/[\w.+-]+(?:;[^\r\n]*)?$/.test(type))
      return `the media type of "${path}" is none`;
    const bytes = await bytesOf(content);
    if (!bytes) return `the content of "${path}" is no bytes: a Uint8Array, or an async iterable of them`;
    files.push({ path, mediaType: type, content: bytes });
  }
  return files;
}

/** Says what is wrong with a path that someone else's code gave. */
export function pathFault(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'a file has no path';
  if (/^[/\\]|^[a-z]:/i.test(path)) return `the path "${path}" is absolute`;
  if (path.includes('\\')) return `the path "${path}" has a backslash: write "/"`;
  if (/^\s/u.test(path)) return `the path ${JSON.stringify(path)} begins with a space`;
  if (/\p{Cc}/u.test(path)) return `the path ${JSON.stringify(path)} has a control character`;
  if (path.split('/').some((part) => part === '..' || part === '.' || part === ''))
    return `the path "${path}" leads out of the folder, or has an empty part`;
  return OURS.test(path) ? `"${path}" is a file that Octavo writes` : undefined;
}

async function bytesOf(content: unknown): Promise<Uint8Array | undefined> {
  if (content instanceof Uint8Array) return content;
  if (typeof content !== 'object' || content === null || !(Symbol.asyncIterator in content)) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content as AsyncIterable<unknown>) {
    if (!(chunk instanceof Uint8Array)) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
