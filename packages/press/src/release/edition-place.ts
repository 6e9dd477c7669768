import type { VFile } from 'vfile';

interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where handbook.yaml says the edition's version or date. */
export function editionPlace(files: readonly VFile[], key: 'version' | 'date' | 'previous'): SourcePlace {
  return placeIn(files, (text) => {
    const edition = /^edition\s*:/m.exec(text)?.index ?? 0;
    const found = new RegExp(`\\b${key}\\s*:\\s*`).exec(text.slice(edition));
    return edition + (found ? found.index + found[0].length : 0);
  });
}

/** Where handbook.yaml has an ISBN. */
export function isbnPlace(files: readonly VFile[], isbn: string): SourcePlace {
  return placeIn(files, (text) => Math.max(0, text.indexOf(isbn, /\bisbn\s*:/.exec(text)?.index)));
}

function placeIn(files: readonly VFile[], offsetIn: (text: string) => number): SourcePlace {
  const path = 'handbook.yaml';
  const file = files.find((item) => item.path === path);
  const text =
    file === undefined
      ? ''
      : typeof file.value === 'string'
        ? file.value
        : new TextDecoder().decode(file.value);
  const before = text.slice(0, offsetIn(text)).split('\n');
  return { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
