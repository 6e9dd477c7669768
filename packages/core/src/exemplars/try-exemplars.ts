import { VFile } from 'vfile';
import { createMemory } from '../cache/memory.ts';
import { loadHandbook } from '../load-handbook.ts';
import type { SchemaTools } from '../own-fields/schema-tools.ts';
import type { Exemplar, ExemplarMessage } from './exemplar.ts';

/** Reads exemplars in their handbook; the messages on each file that has some. */
export type TryOut = (exemplars: readonly Exemplar[]) => ReadonlyMap<string, readonly ExemplarMessage[]>;

/** Makes a reader of exemplars in the handbook whose other files are given. */
export function tryExemplars(base: ReadonlyMap<string, string>, tools: SchemaTools | undefined): TryOut {
  const memory = createMemory();
  const known = new Map<string, VFile>();
  const fileOf = (path: string, text: string): VFile => {
    const key = `${path}\0${text}`;
    const file = known.get(key) ?? new VFile({ path, value: new TextEncoder().encode(text) });
    known.set(key, file);
    return file;
  };
  return (exemplars) => {
    const texts = [...base, ...exemplars.map(({ path, text }) => [path, text] as const)];
    const files = texts.map(([path, text]) => fileOf(path, text));
    const { files: read } = loadHandbook(files, { tools, memory });
    return new Map(
      read.flatMap(({ path, messages }) =>
        messages.length === 0
          ? []
          : [
              [
                path,
                messages.map(({ ruleId, fatal, line, column, reason }) => ({
                  ruleId: ruleId ?? '',
                  severity: fatal ? ('error' as const) : ('warning' as const),
                  line: line ?? 1,
                  column: column ?? 1,
                  reason,
                })),
              ] as const,
            ],
      ),
    );
  };
}
