import { holdToSchema } from '@octavo/press/documents';
import { readHistory } from '@octavo/press/history';
import { checkHistory, checkNextRelease } from '@octavo/press/release';
import type { Call } from '../../command-line/command.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { ReportOptions } from '../../commands.generated.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadToTell } from '../../load-sound.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { boardReport } from './board-report.ts';
import { dayAfter } from './days.ts';
import { reportHtml, reportMarkdown } from './report-pages.ts';

/** `octavo report`: prints what an editorial board has to look at, counted from today or from a day. */
export async function report(
  { positionals: [path = '.'], options }: Call<ReportOptions>,
  io: Io,
): Promise<ExitCode> {
  const { 'as-of': asOf = io.today(), within = '90d', format } = options;
  requireDay('as-of', asOf);
  const until = dayAfter(asOf, within);
  const loaded = await loadToTell(path, { ...options, drafts: true }, io);
  const { handbook, files, places, prefix } = loaded;
  const history = await readHistory(files);
  if (!history) return endWithErrors(loaded, options, io);
  const promises = [
    ...checkHistory(handbook, history, places),
    ...checkNextRelease(handbook, history, loaded),
  ];
  const diagnostics = diagnosticsOf(files, prefix, promises);
  const found = boardReport({ loaded, history, diagnostics, asOf, until });
  holdToSchema('the report', 'report', found);
  switch (format) {
    case 'md':
      io.stdout.write(reportMarkdown(found));
      break;
    case 'json':
      io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      break;
    case 'html':
      io.stdout.write(reportHtml(found, handbook));
  }
  const { overdue, due, lapsed, lapses } = found.sections;
  const late = overdue.length + lapsed.length;
  const open = late + due.length + lapses.length;
  const isDue = (options['fail-on'] === 'late' && late > 0) || (options['fail-on'] === 'due' && open > 0);
  return isDue ? EXIT.warnings : EXIT.ok;
}
