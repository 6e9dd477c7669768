/** The folder that a path lies in; an empty text for one at the top. */
export function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** An address without percent signs that stand for characters; one that is malformed stays as it is. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A path without empty steps, `.` and `..`; one that leads above its beginning goes on from there. */
export function normalPath(path: string): string {
  const kept: string[] = [];
  for (const step of path.split('/'))
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  return kept.join('/');
}

/** Where an address leads that stands in the file at a path, without its percent signs. */
export function pathFrom(file: string, address: string): string {
  return normalPath(`${address.startsWith('/') ? '' : folderOf(file)}/${decoded(address)}`);
}
