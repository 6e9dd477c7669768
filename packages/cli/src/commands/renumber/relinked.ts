import type { VFile } from 'vfile';
import type { Rewritten } from './plan.ts';

/**
 * The files of a renumbered book whose links go by file, with those links led to the new names: first what is
 * rewritten anyway, then the files of which nothing else changes.
 */
export function relinked(changed: readonly Rewritten[], files: readonly VFile[]): readonly Rewritten[] {
  const names = new Map(
    changed
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => [nameOf(from), nameOf(to)] as const)
      .flatMap(([from, to]) => [[from, to] as const, [encodeURI(from), encodeURI(to)] as const]),
  );
  // A file is named for its number, so no other has the same name.
  const follow = (text: string) =>
    text.replace(/(?<=[(</]|\]: *)[^\s()<>/]+\.md(?=[)>#?\s])/g, (name) => names.get(name) ?? name);
  const gone = new Set(changed.map(({ from }) => from));
  const others = files
    .filter(({ path }) => path.endsWith('.md') && !gone.has(path))
    .map((file) => ({ from: file.path, to: file.path, text: String(file) }));
  return [
    ...changed.map((one) => ({ ...one, text: follow(one.text) })),
    ...others
      .map((one) => ({ ...one, text: follow(one.text) }))
      .filter(({ text }, at) => text !== others[at]?.text),
  ];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
