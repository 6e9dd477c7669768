import { compareEditions } from '@octavo/core/ledger';
import { holdToSchema } from '@octavo/press/documents';
import { changeHtml, changeList, changeMarkdown } from '@octavo/press/history';
import type { Call } from '../../command-line/command.ts';
import type { DiffOptions } from '../../commands.generated.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { editionFinder } from './find-edition.ts';

/** `octavo diff`: prints what changed between two editions. */
export async function diff(
  { positionals: [from = '', to = '', path = '.'], options }: Call<DiffOptions>,
  io: Io,
): Promise<ExitCode> {
  const find = editionFinder(path, options.edition, io);
  const before = await find(from);
  const after = await find(to);
  const { handbook, edition } = after;
  if (before.handbook.id !== handbook.id)
    misuse(
      `"${from}" is of the handbook ${before.handbook.id}, and "${to}" of ${handbook.id}`,
      'Two editions of one handbook can be compared.',
    );
  const changes = compareEditions(before.edition, edition);
  const list = changeList(handbook.id, edition, changes, before.edition);
  holdToSchema('the change list', 'changes', JSON.parse(JSON.stringify(list)));
  if (changes.length === 0) io.stderr.write(`nothing changed between ${from} and ${to}\n`);
  switch (options.format) {
    case 'md':
      io.stdout.write(changeMarkdown(list, handbook));
      break;
    case 'json':
      io.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      break;
    case 'html':
      io.stdout.write(changeHtml(list, handbook));
  }
  return EXIT.ok;
}
