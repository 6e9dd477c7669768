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
 * Brings changed entries and pages into their files, each in the gentlest way after which the handbook, exported again,
 * says what the document says. `pictures` renames what the document calls the handbook's own pictures.
 */
export async function applyUpdate(
  changed: readonly ChangedEntry[],
  files: readonly VFile[],
  handbook: Handbook,
  pictures: (text: string) => string,
  exportAgain: (handbook: Handbook, files: readonly VFile[]) => Promise<OwnDocument>,
): Promise<Applied> {
  const paths = filesOf(handbook);
  // No editor changes what the types of the book declare.
  const tools = await schemaTools(files);
  const { entries, pages } = read(files, { tools });
  const questions = new Map([
    ...entries.map(({ file, data }) => [file.path, data.question ?? ''] as const),
    ...[...pages.values()].map(({ file, data }) => [file.path, data.title ?? ''] as const),
  ]);
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

/** The files of entries and pages, by what a document calls each. */
export function filesOf({ chapters, front, back }: Handbook): ReadonlyMap<string, string> {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return new Map([
    ...entries.map(({ number, source }) => [number, source.path] as const),
    ...chapters.flatMap(({ id, intro }) => (intro ? [[`chapter/${id}`, intro.source.path] as const] : [])),
    ...[...front, ...back].map(({ source: { path } }) => [path.replace(/\.md$/, ''), path] as const),
  ]);
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
