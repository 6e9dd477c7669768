import { digestOf, type EntryText, type OwnDocument } from '@octavo/import';
import { editedFile } from './edited-file.ts';
import { type MergeMode, mergeTexts } from './merge-texts.ts';

/** An entry that an editor has changed. */
export interface ChangedEntry {
  readonly number: string;
  /** The entry as the document gave it, and as it gives it now. */
  readonly sent: EntryText;
  readonly returned: EntryText;
}

/** An entry that an editor has added, with the number of the entry that it stands behind. */
export interface AddedEntry {
  readonly text: EntryText;
  readonly behind: string | undefined;
}

/** What a document brings back. */
export interface UpdatePlan {
  readonly changed: readonly ChangedEntry[];
  readonly added: readonly AddedEntry[];
  /** Entries that were changed in the handbook as well since the document was written. */
  readonly conflicts: readonly EntryText[];
  /** What the document says and an update does not do. */
  readonly notes: readonly string[];
}

/**
 * Compares a document that editors send back with the one that the handbook would be exported as now. An entry
 * that they left alone is no change, even when the handbook has changed it meanwhile.
 */
export function planUpdate(sent: OwnDocument, { texts, keys = [] }: OwnDocument): UpdatePlan {
  const before = new Map(sent.texts.map((text) => [text.number, text]));
  const changed: ChangedEntry[] = [];
  const added: AddedEntry[] = [];
  const conflicts: EntryText[] = [];
  const unknown = keys.filter((key) => !sent.keys?.includes(key));
  const notes = unknown.map((key) => `the column "${key}" is none of the handbook's: it is not read`);
  const seen = new Set<string>();
  let behind: string | undefined;
  for (const { facts, ...rest } of texts) {
    const known = Object.entries(facts).filter(([key]) => !unknown.includes(key));
    const text: EntryText = { ...rest, facts: Object.fromEntries(known) };
    const { number, recorded } = text;
    const old = before.get(number);
    if (!old && isIntro(number))
      notes.push(
        `${number} has text of its own in the document: write it to the file index.md of the chapter`,
      );
    else if (!old) added.push({ text, behind });
    else if (seen.has(number)) notes.push(`${number} stands twice in the document: only the first is read`);
    else {
      seen.add(number);
      if (!isPage(number)) behind = number;
      if (text.chapter !== old.chapter)
        notes.push(`${number} stands in another chapter in the document: move its file if that is meant`);
      if (digestOf(text) === digestOf(old) || digestOf(text) === recorded) continue;
      if (recorded !== undefined && recorded !== digestOf(old)) conflicts.push(text);
      else changed.push({ number, sent: old, returned: text });
    }
  }
  for (const { number, facts } of sent.texts.filter((text) => !seen.has(text.number)))
    if (isIntro(number)) notes.push(`${number} has no introduction in the document: its index.md stays`);
    else if (isPage(number)) notes.push(`the page ${number}.md is not in the document: it stays`);
    else if (facts.status !== 'draft')
      notes.push(`${number} is not in the document: to take it back, give its file "status: withdrawn"`);
  return { changed, added, conflicts, notes };
}

/** Whether a text is the introduction of a chapter: `chapter/basics`. */
function isIntro(number: string): boolean {
  return number.startsWith('chapter/');
}

/** Whether a text is that of a page: it is called as its file is, `front/preface`; or of an introduction. */
export function isPage(number: string): boolean {
  return number.includes('/');
}

/** The key of front matter that the heading of an entry or a page says. */
function headKey(number: string): 'question' | 'title' {
  return isPage(number) ? 'title' : 'question';
}

/** The file of an entry or a page with what an editor changed in it. */
export function changedFile(
  text: string,
  question: string,
  { sent, returned }: ChangedEntry,
  mode: MergeMode,
): string {
  const facts = new Map<string, unknown>();
  if (returned.question.trim() !== sent.question.trim())
    facts.set(
      headKey(sent.number),
      mergeTexts(question, sent.question.trim(), returned.question.trim(), mode),
    );
  for (const key of new Set([...Object.keys(sent.facts), ...Object.keys(returned.facts)]))
    if (JSON.stringify(sent.facts[key]) !== JSON.stringify(returned.facts[key]))
      facts.set(key, returned.facts[key]);
  const isSame = returned.answer.trim() === sent.answer.trim();
  return editedFile(text, facts, (own) =>
    isSame ? own : mergeTexts(own, sent.answer.trim(), returned.answer.trim(), mode),
  );
}

/** What of an entry is changed, in words. */
export function whatChanged({ sent, returned }: ChangedEntry): string {
  const facts = new Set([...Object.keys(sent.facts), ...Object.keys(returned.facts)]);
  return [
    ...(returned.question.trim() === sent.question.trim() ? [] : [headKey(sent.number)]),
    ...(returned.answer.trim() === sent.answer.trim() ? [] : ['answer']),
    ...[...facts].filter((key) => JSON.stringify(sent.facts[key]) !== JSON.stringify(returned.facts[key])),
  ].join(', ');
}
