import { type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { read } from '@octavo/core/read';
import type { EntryText, OwnDocument } from '@octavo/import';
import type { VFile } from 'vfile';
import { filesWith } from '../../../book-after.ts';
import { MERGE_MODES } from './merge-texts.ts';
import { type ChangedEntry, changedFile } from './plan-update.ts';

/** The files of a handbook with an editor's changes. */
export interface Applied {
  /** The new texts of the files that change, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** The entries that the document would not give back as the editor sent them. */
  readonly unequal: readonly string[];
}

/**
 * Brings changed entries into their files, each in the gentlest way after which the handbook, exported again,
 * says what the document says. `pictures` renames what the document calls the handbook's own pictures.
 */
export async function applyUpdate(
  changed: readonly ChangedEntry[],
  files: readonly VFile[],
  handbook: Handbook,
  pictures: (text: string) => string,
  exportAgain: (handbook: Handbook, files: readonly VFile[]) => Promise<OwnDocument>,
): Promise<Applied> {
  const paths = new Map(
    handbook.chapters.flatMap(({ entries }) => entries.map(({ number, source }) => [number, source.path])),
  );
  // No editor changes what the types of the book declare.
  const tools = await schemaTools(files);
  const questions = new Map(
    read(files, { tools }).entries.map(({ file, data }) => [file.path, data.question ?? '']),
  );
  const sources = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  let open = changed;
  for (const mode of MERGE_MODES) {
    for (const one of open) {
      const path = paths.get(one.number) ?? '';
      const text = new TextDecoder().decode(sources.get(path)?.value as Uint8Array);
      texts.set(path, pictures(changedFile(text, questions.get(path) ?? '', one, mode)));
    }
    const after = filesWith(files, texts);
    const { handbook: made } = loadHandbook(after, { drafts: true, lenient: true, tools });
    // A book with an error cannot be exported: the next way may be sound, and else the error is told.
    if (!made) continue;
    const said = new Map((await exportAgain(made, after)).texts.map((text) => [text.number, text]));
    open = open.filter(({ number, returned }) => !isSaid(said.get(number), returned));
    if (open.length === 0) break;
  }
  return { texts, unequal: open.map(({ number }) => number) };
}

/** Whether an entry says what the editor sent, but for the names of its pictures. */
function isSaid(said: EntryText | undefined, returned: EntryText): boolean {
  const plain = (text: string) => text.trim().replace(/\.\.\/assets\/[^\s)>]+/g, '../assets/');
  return (
    said !== undefined &&
    plain(said.question) === plain(returned.question) &&
    plain(said.answer) === plain(returned.answer)
  );
}
