import type { SoundFolder } from '../../load-sound.ts';
import type { Through } from './trail.ts';

/** What a file of the source puts in, and where that is written: snippets and entries first, then variables. */
export function throughOf(
  path: string,
  { uses, places }: Pick<SoundFolder, 'uses' | 'places'>,
): readonly Through[] {
  const names = [...(uses.get(path) ?? [])].sort();
  const variables = names.filter((name) => name.startsWith('{{'));
  return [
    ...names.filter((name) => !variables.includes(name)).map((name) => ({ name, path: name, line: 1 })),
    ...variables.map((name) => {
      const { line } = places.locateKey('handbook.yaml', ['variables', name.slice(2, -2)]);
      return { name, path: 'handbook.yaml', line };
    }),
  ];
}
