import type { Call } from '../../command-line/command.ts';
import type { ListOptions } from '../../commands.generated.ts';
import { countedEntries } from '../../counted.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadToTell } from '../../load-sound.ts';
import { table } from '../../table.ts';
import { csv } from './csv.ts';
import { type ListedEntry, type ListedItem, listedEntries, unapprovedItems } from './listed-entries.ts';
import { selection } from './selection.ts';

/** `octavo list`: prints the entries as a table, JSON or CSV. */
export async function list(
  { positionals: [path = '.'], options }: Call<ListOptions>,
  io: Io,
): Promise<ExitCode> {
  const loaded = await loadToTell(path, { ...options, drafts: true }, io);
  const matches = selection(loaded.handbook, options);
  const all = listedEntries(loaded);
  const entries = all
    .filter(({ entry, approved }) => matches(entry) && !(options.unapproved && approved))
    .map(({ row }) => row);
  // Filters are about entries. Items without a chapter, topic or status are listed only when no filter is
  // given.
  const filtered = all.some(({ entry }) => !matches(entry));
  const items = options.unapproved && !filtered ? unapprovedItems(loaded) : [];
  switch (options.format) {
    case 'json':
      io.stdout.write(`${JSON.stringify([...entries, ...items], null, 2)}\n`);
      break;
    case 'csv':
      io.stdout.write(csv(entries, items));
      break;
    case 'table':
      writeTable(entries, items, all.length, io);
  }
  if (entries.length + items.length === 0)
    io.stderr.write(all.length === 0 ? 'the handbook has no entry yet\n' : 'no entry is like that\n');
  return EXIT.ok;
}

function writeTable(
  entries: readonly ListedEntry[],
  items: readonly ListedItem[],
  all: number,
  io: Io,
): void {
  const rows = entries.map(({ number, status, chapter, question }) => [
    number,
    status === 'active' ? '' : status,
    chapter,
    question,
  ]);
  rows.push(...items.map(({ subject, title }) => [subject, '', '', title]));
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  for (const line of table(rows, { width })) io.stdout.write(`${line}\n`);
  if (entries.length > 0 && io.stdout.isTTY)
    io.stderr.write(`${entries.length === all ? '' : `${entries.length} of `}${countedEntries(all)}\n`);
}
