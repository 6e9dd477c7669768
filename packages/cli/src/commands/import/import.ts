import { relative, resolve, sep } from 'node:path';
import {
  beforeChanges,
  type Imported,
  importSource,
  isHandbookFile,
  isSourceName,
  reportToMarkdown,
  reportToText,
} from '@octavo/import';
import type { Call } from '../../command-line/command.ts';
import type { ImportOptions } from '../../commands.generated.ts';
import { writeImport } from '../../disk/imported-folder.ts';
import { refuseSealed } from '../../disk/output-folder.ts';
import { readSource } from '../../disk/read-source.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { importOptions } from '../../legacy/import-options.ts';
import { nothingMade } from '../../legacy/nothing-made.ts';
import { remoteImages } from '../../network/remote-images.ts';
import { updateHandbook } from './update/update.ts';

/** `octavo import`: reads a legacy source, writes canonical entries and import-report.md, and says what was found. */
export async function importCommand(
  { positionals: [given = '', handbook = '.'], options }: Call<ImportOptions>,
  io: Io,
): Promise<ExitCode> {
  if (options.update) return updateHandbook(given, handbook, options, io);
  if (options['dry-run'] || handbook !== '.')
    misuse(
      `${options['dry-run'] ? '--dry-run' : `the second path, "${handbook}",`} is for --update`,
      options['dry-run']
        ? 'Say "octavo import --update reviewed.docx content/my-handbook", or leave it out.'
        : `To write a new handbook there, say "--out ${handbook}".`,
    );
  const chosen = await importOptions(options);
  const path = resolve(io.cwd, given);
  const source = await readSource(path, given, (each) => isSourceName(each) || isHandbookFile(each));
  const remote = remoteImages(io.signal);
  const asset = (each: string) =>
    /^https?:/i.test(each) ? (options['fetch-images'] ? remote.find(each) : undefined) : source.asset(each);
  let imported = await importSource(source.files, source.name, { ...chosen, asset });
  if (remote.isWanting()) {
    await remote.fetch((line) => io.stderr.write(`  ${line}\n`));
    imported = await importSource(source.files, source.name, { ...chosen, asset });
  }
  const { files, report } = imported;
  if (options.reporter === 'json') io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (files.length === 0) {
    if (options.reporter !== 'json') io.stderr.write(reportToText(report));
    nothingMade(report, given);
  }
  const id =
    /^id: (.+)$/m.exec(String(files.find((file) => file.path === 'handbook.yaml')?.content))?.[1] ??
    'handbook';
  const out = resolve(io.cwd, options.out ?? id);
  if (path === out || path.startsWith(`${out}${sep}`))
    misuse(
      `importing into "${options.out ?? id}" would write into the source`,
      'Choose another folder with --out.',
    );
  refuseSealed(out);
  const shown = relative(io.cwd, out).split(sep).join('/') || '.';
  const write = async (to: string, { files: made, report: own }: Imported) =>
    writeImport(to, relative(io.cwd, to).split(sep).join('/') || '.', source.name, [
      ...made,
      { path: 'import-report.md', content: reportToMarkdown(own) },
    ]);
  await write(out, imported);
  const [file] = source.files;
  const before = options.changes && file ? beforeChanges(file.bytes) : undefined;
  if (before && file) {
    const old = await importSource([{ ...file, bytes: before }], source.name, { ...chosen, asset });
    await write(`${out}-before`, old);
  }
  if (options.reporter === 'json') return EXIT.ok;
  io.stdout.write(before ? `${shown}\n${shown}-before\n` : `${shown}\n`);
  if (!options.quiet)
    io.stderr.write(
      `${given}\n${reportToText(report)}  everything else: ${shown}/import-report.md\n  octavo build ${shown}\n`,
    );
  return EXIT.ok;
}
