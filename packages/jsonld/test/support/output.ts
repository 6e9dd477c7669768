import type { JsonValue, OutputFile } from '@octavo/core';

/** A compiled output to look into by path. */
export interface Output {
  readonly paths: readonly string[];
  readonly text: (path: string) => string;
  readonly json: (path: string) => Json;
}
// biome-ignore lint/suspicious/noExplicitAny: tests look at JSON by its keys.
export type Json = any;

export function outputOf(files: readonly OutputFile[]): Output {
  const contents = new Map(
    files.map((file) => [file.path, Buffer.from(file.content as Uint8Array).toString('utf8')]),
  );
  const text = (path: string): string => {
    const found = contents.get(path);
    if (found === undefined) throw new Error(`No ${path} among ${[...contents.keys()].join(', ')}`);
    return found;
  };
  return {
    paths: [...contents.keys()],
    text,
    json: (path) => JSON.parse(text(path)) as JsonValue,
  };
}
