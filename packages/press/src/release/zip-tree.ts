import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Formats that are already compressed. */
const STORED = /\.(pdf|epub|png|jpe?g|gif|webp|avif|woff2?|zip)$/;

/**
 * Packs files into one zip in the given order, each under `folder/`, and yields it piece by piece. The same
 * files give the same bytes: compression is done in JavaScript, because zlib differs between releases of
 * Node, and dates are those of the edition.
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

/**
 * Zip has no time zones (APPNOTE 4.4.6), so the time is noon of the day everywhere; no clock change skips
 * noon.
 */
function noon(date: string): Date {
  const day = new Date(date);
  return new Date(Math.max(1980, day.getUTCFullYear()), day.getUTCMonth(), day.getUTCDate(), 12);
}
