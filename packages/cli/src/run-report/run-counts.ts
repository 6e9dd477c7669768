import { entryNodes, groupBy, type Handbook, prosePages, toText } from '@octavo/core';
import { countWords } from '@octavo/core/ledger';
import type { Pressed } from '@octavo/press';
import type { Diagnostic } from '../diagnostics.ts';
import type { RunCounts } from '../run-report.generated.ts';

/** What a run knows when it ends: a run that fails early knows less. */
export interface Counted {
  readonly handbook?: Handbook | undefined;
  readonly pressed?: Pressed | undefined;
  readonly diagnostics?: readonly Diagnostic[];
}

/** Counts what a run has read, said and made. */
export function runCounts({ handbook, pressed, diagnostics = [] }: Counted): RunCounts {
  const made = pressed && pressed.formats.length > 0 ? pressed : undefined;
  return {
    ...(handbook
      ? {
          entries: handbook.chapters.reduce((sum, { entries }) => sum + entries.length, 0),
          words: textsOf(handbook).reduce((sum, text) => sum + countWords(text), 0),
        }
      : {}),
    ...(made?.pages === undefined ? {} : { pages: made.pages }),
    ...(made ? sizes(made) : {}),
    messages: totals(diagnostics, ({ rule }) => rule),
  };
}

function sizes({ written }: Pressed): Pick<RunCounts, 'files' | 'bytes'> {
  const all = [...written.values()];
  return {
    files: totals(all, ({ format }) => format),
    bytes: totals(
      all,
      ({ format }) => format,
      ({ bytes }) => bytes,
    ),
  };
}

/** How much more the second run counted; what only one of the two knows is left out. */
export function changeIn(before: RunCounts, now: RunCounts): RunCounts {
  const numbers = (['entries', 'words', 'pages'] as const).flatMap((name) => {
    const [a, b] = [before[name], now[name]];
    return a === undefined || b === undefined ? [] : [[name, b - a] as const];
  });
  const tables = (['files', 'bytes', 'messages'] as const).flatMap((name) => {
    const [a, b] = [before[name], now[name]];
    if (!a || !b) return [];
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return [[name, Object.fromEntries(names.map((key) => [key, (b[key] ?? 0) - (a[key] ?? 0)]))] as const];
  });
  return { messages: {}, ...Object.fromEntries<number | Table>([...numbers, ...tables]) } as RunCounts;
}

type Table = RunCounts['messages'];

/** Everything that readers read, but for what Octavo itself makes. */
function textsOf(handbook: Handbook): readonly string[] {
  return [
    ...handbook.chapters.flatMap(({ entries }) =>
      entries.flatMap((entry) => [toText(entry.question), toText(entryNodes(entry))]),
    ),
    ...prosePages(handbook).map(({ body, footnotes }) => toText([...body, ...footnotes])),
    ...handbook.glossary.map(({ term, definition }) => `${term} ${toText(definition)}`),
  ];
}

function totals<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  sizeOf: (item: Item) => number = () => 1,
): Table {
  const groups = [...groupBy(items, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    groups.map(([name, group]) => [name, group.reduce((sum, item) => sum + sizeOf(item), 0)]),
  );
}
