import {
  compareNumbers,
  declaredNumbers,
  type Entry,
  type Handbook,
  isNumber,
  numberKey,
  respelt,
} from '@octavo/core';
import { read, type Sources } from '@octavo/core/read';
import { VFile } from 'vfile';
import { stringify } from 'yaml';
import { EXIT, fail, misuse } from '../../exit-code.ts';
import { editedHandbook, renumberedMatter } from './edit-yaml.ts';
import type { Mapping } from './read-mapping.ts';

/** A file as it was and as it is to be. */
export interface Rewritten {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** An entry that gets another number. */
export interface Renumbered extends Rewritten {
  readonly old: string;
  readonly number: string;
}

/** What a mapping does to a book. */
export interface Plan {
  readonly entries: readonly Renumbered[];
  readonly handbook: Rewritten | undefined;
}

/** Works out what a mapping changes. A number that the new grammar knows by its address alone is respelt by itself. */
export function planOf(
  { handbook, entries }: { readonly handbook: Handbook; readonly entries: readonly Entry[] },
  sources: Sources,
  mapping: Mapping,
): Plan {
  const declared = withGrammar(sources, mapping);
  const [fault] = declared?.file.messages.filter(({ fatal }) => fatal === true) ?? [];
  if (fault) fail(EXIT.content, `"numbers:" of the mapping: ${fault.reason}`, String(fault.note ?? ''));
  const system = declared ? declaredNumbers(declared.data).numbers : handbook.numbers;
  const known = new Set(entries.flatMap(({ number, aliases }) => [number, ...aliases]));
  const [unknown] = [...mapping.entries.keys()].filter((old) => !known.has(old));
  if (unknown !== undefined)
    misuse(`the mapping names ${unknown}, and no entry has that number`, '"octavo list" lists them.');
  const numberOf = (number: string): string | undefined =>
    mapping.entries.get(number) ?? (isNumber(number, system) ? number : system && respelt(number, system));
  const open = entries
    .map(({ number }) => number)
    .filter((number) => number !== '' && numberOf(number) === undefined)
    .sort((a, b) => compareNumbers(a, b, handbook.numbers));
  if (open.length > 0)
    fail(
      EXIT.content,
      `the new grammar has no number for ${open.join(', ')}`,
      `Add a line for each under "entries:" of the mapping, such as ${stringify({ [open[0] ?? '']: '…' }).trim()}.`,
    );
  const renumbered = sources.entries.flatMap((source): Renumbered[] => {
    const old = source.data.number;
    const number = old === undefined ? undefined : numberOf(old);
    if (old === undefined || number === undefined || number === old) return [];
    const { path } = source.file;
    const text = source.text.replace(source.matter, () => renumberedMatter(source.matter, old, number));
    return [{ old, number, from: path, to: renamed(path, old, number), text }];
  });
  return {
    entries: renumbered,
    handbook: withVolume(sources, declared ? String(declared.file) : undefined, numberOf),
  };
}

/** handbook.yaml with the grammar of a mapping, read; undefined where that is the book's own. */
function withGrammar({ handbook }: Sources, { numbers }: Mapping): Sources['handbook'] {
  if (!handbook || !numbers) return undefined;
  const { former: _, ...wanted } = numbers;
  const { former = [], ...was } = handbook.data.numbers ?? { preset: 'decimal' as const };
  if (JSON.stringify(wanted) === JSON.stringify(was)) return undefined;
  const text = editedHandbook(String(handbook.file), [], { ...wanted, former: [...former, was] });
  return read([new VFile({ path: handbook.file.path, value: Buffer.from(text) })]).handbook;
}

/** handbook.yaml as it is to be: with its new grammar, and with the numbers of its volume as they are then. */
function withVolume(
  { handbook }: Sources,
  text: string | undefined,
  numberOf: (number: string) => string | undefined,
): Rewritten | undefined {
  if (!handbook) return undefined;
  const { volume } = handbook.data;
  const was = String(handbook.file);
  const changed = editedHandbook(
    text ?? was,
    (['first', 'last'] as const).flatMap((name) => {
      const number = volume && numberOf(volume[name]);
      return number === undefined || number === volume?.[name] ? [] : [[['volume', name], number] as const];
    }),
    undefined,
  );
  const { path } = handbook.file;
  return changed === was ? undefined : { from: path, to: path, text: changed };
}

/** A file that is named for its number is named for the new one. */
function renamed(path: string, old: string, number: string): string {
  const at = path.lastIndexOf('/') + 1;
  const key = `${numberKey(old)}-`;
  return path.startsWith(key, at)
    ? `${path.slice(0, at)}${numberKey(number)}-${path.slice(at + key.length)}`
    : path;
}
