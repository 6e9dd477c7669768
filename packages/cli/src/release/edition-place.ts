import type { VFile } from 'vfile';

/** Where handbook.yaml says the edition's version or date. */
export function editionPlace(
  files: readonly VFile[],
  key: 'version' | 'date' | 'previous',
): { readonly path: string; readonly line: number; readonly column: number } {
  const path = 'handbook.yaml';
  const file = files.find((item) => item.path === path);
  const text =
    file === undefined
      ? ''
      : typeof file.value === 'string'
        ? file.value
        : new TextDecoder().decode(file.value);
  const edition = /^edition\s*:/m.exec(text)?.index ?? 0;
  const found = new RegExp(`\\b${key}\\s*:\\s*`).exec(text.slice(edition));
  const before = text.slice(0, edition + (found ? found.index + found[0].length : 0)).split('\n');
  return { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
