import { dirname, join, relative, resolve, sep } from 'node:path';
import { counted, type Handbook } from '@octavo/core';
import { type OwnDocument, readOwnDocument } from '@octavo/import';
import { readLedger } from '@octavo/press/history';
import type { VFile } from 'vfile';
import { checkAfter, filesWith } from '../../../book-after.ts';
import { findHandbook } from '../../../disk/find-handbook.ts';
import { readSource } from '../../../disk/read-source.ts';
import { writeAtomic } from '../../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../../exit-code.ts';
import type { Io } from '../../../io.ts';
import { loadSound, type SoundFolder } from '../../../load-sound.ts';
import { wordPictures } from '../../export/docx/pictures.ts';
import { kindOf } from '../../export/export.ts';
import { writeDocument } from '../../export/exported.ts';
import { type AddedFile, addedFiles } from './added-files.ts';
import { type Applied, applyUpdate, filesOf } from './apply-update.ts';
import { planUpdate, type UpdatePlan, whatChanged } from './plan-update.ts';

/**
 * `octavo import --update`: brings what editors changed in a document of `octavo export` back into the files of
 * its handbook, and nothing else. The book as it would be is checked first: with an error in it nothing is written.
 */
export async function updateHandbook(
  given: string,
  named: string,
  options: { readonly 'dry-run': boolean; readonly quiet: boolean },
  io: Io,
): Promise<ExitCode> {
  const path = findHandbook(named, io.cwd);
  const reading = { drafts: true, lenient: true, 'no-color': false };
  const folder = await loadSound(path, reading, io);
  const source = await readSource(resolve(io.cwd, given), given, () => true);
  const [file] = source.files;
  const kind = kindOf(given);
  const returned = file && kind ? await readOwnDocument(file, { asset: source.asset }) : undefined;
  if (!kind || !returned)
    misuse(
      `"${given}" is no document of "octavo export"`,
      'Give the Markdown, Word, Excel or CSV file that it wrote, as your editors sent it back.',
    );
  if (returned.iri !== undefined && returned.iri !== folder.handbook.iri)
    misuse(`"${given}" was written from ${returned.iri}`, `This handbook is ${folder.handbook.iri}.`);
  const home = relative(dirname(resolve(io.cwd, given)), folder.root)
    .split(sep)
    .join('/');
  const exportAgain = async (handbook: Handbook, files: readonly VFile[]): Promise<OwnDocument> => {
    const bytes = await writeDocument(kind, { handbook, files }, home);
    const document = await readOwnDocument({ path: given, bytes }, { asset: source.asset });
    if (!document) throw new Error('what was exported is not read back');
    return document;
  };
  const sent = await exportAgain(folder.handbook, folder.files);
  const plan = planUpdate(sent, returned);
  const ledger = (await readLedger(folder.files))?.ledger;
  const added = addedFiles(plan.added, folder.handbook, ledger ?? []);
  const pictures = kind === 'docx' ? await ownPictures(sent, folder) : (text: string) => text;
  const applied = await applyUpdate(plan.changed, folder.files, folder.handbook, pictures, exportAgain);
  const written = new Map<string, string | Uint8Array>([
    ...applied.texts,
    ...added.map(({ path: own, text }) => [own, pictures(text)] as const),
  ]);
  for (const [own, bytes] of returned.assets)
    if (!sent.assets.has(own) && [...written.values()].some((text) => String(text).includes(own)))
      written.set(own, bytes);
  const after = filesWith(folder.files, written);
  await checkAfter(after, folder.prefix, reading, io);
  if (!options['dry-run'])
    for (const [own, content] of written) await writeAtomic(join(folder.root, ...own.split('/')), content);
  io.stdout.write(
    listed(plan, applied, added, folder)
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (!options.quiet) io.stderr.write(said(plan, returned, written.size, options['dry-run']));
  return plan.conflicts.length > 0 ? EXIT.content : EXIT.ok;
}

/** Calls the handbook's own pictures in a text what the handbook calls them, and not what a Word document does. */
async function ownPictures(
  { assets }: OwnDocument,
  { handbook, files }: SoundFolder,
): Promise<(text: string) => string> {
  const pictures = [...(await wordPictures(handbook, files))];
  const names = [...assets].flatMap(([name, bytes]) => {
    const own = pictures.find(([, picture]) => Buffer.compare(picture.bytes, bytes) === 0)?.[0];
    return own === undefined || own === name ? [] : [[name, own] as const];
  });
  return (text) => names.reduce((all, [name, own]) => all.replaceAll(name, own), text);
}

/** The files that change, with what is changed in each. */
function listed(
  { changed }: UpdatePlan,
  { texts, unequal }: Applied,
  added: readonly AddedFile[],
  { handbook, prefix }: SoundFolder,
): readonly string[] {
  const place = (path: string) => (prefix === '' ? path : `${prefix}/${path}`);
  const files = filesOf(handbook);
  const path = (number: string) => files.get(number) ?? '';
  return [
    ...changed
      .filter(({ number }) => texts.has(path(number)))
      .map(
        (one) =>
          `${place(path(one.number))}: ${whatChanged(one)}${unequal.includes(one.number) ? ' (look at it: the file says it otherwise than the document)' : ''}`,
      ),
    ...added.map((one) => `${place(one.path)}: new, number ${one.number}`),
  ];
}

function said(
  { conflicts, notes }: UpdatePlan,
  { remarks }: OwnDocument,
  files: number,
  isDry: boolean,
): string {
  const both = conflicts.map(
    ({ number }) =>
      `${number} was changed in the document and in the handbook since it was exported: it stays as it is. Bring the change into its file yourself`,
  );
  const lines = [...both, ...notes, ...remarks].map((line) => `  ${line}\n`).join('');
  if (files === 0) return `${lines}nothing to change\n`;
  return `${lines}${counted(files, 'file')} ${isDry ? 'would change; without "--dry-run" it is done' : 'changed. Look at them with "git diff", and run "octavo check"'}\n`;
}
