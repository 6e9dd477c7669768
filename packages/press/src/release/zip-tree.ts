import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Formats that are compressed already. */
const STORED = /\.(pdf|epub|png|jpe?g|gif|webp|avif|woff2?|zip)$/;

/**
 * Files as one zip in the order given, each under `folder/`, piece by piece. Same files, same bytes:
 * compressed by code of JavaScript, as zlib differs between releases of Node, and dated by the edition.
 */
export async function* zipTree(
  folder: string,
  paths: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
  date: string,
): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let fault: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else chunks.push(chunk);
  });
  const mtime = noon(date);
  for (const path of paths) {
    const name = `${folder}/${path}`;
    const file = STORED.test(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 });
    file.mtime = mtime;
    zip.add(file);
    file.push(await read(path), true);
    if (fault) throw fault;
    yield* chunks.splice(0);
  }
  zip.end();
  if (fault) throw fault;
  yield* chunks.splice(0);
}

/** Zip has no time zones (APPNOTE 4.4.6): noon of the day, wherever it is made; no clock skips noon. */
function noon(date: string): Date {
  const day = new Date(date);
  return new Date(Math.max(1980, day.getUTCFullYear()), day.getUTCMonth(), day.getUTCDate(), 12);
}
