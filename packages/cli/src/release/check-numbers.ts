import {
  checkPromises,
  type EntryText,
  editionText,
  type Handbook,
  indexHandbook,
  type Ledger,
  sameQuestion,
} from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { KeptWords } from '../history/read-words.ts';
import { wordsKey } from '../history/text-file.ts';
import { refusal } from './refusal.ts';

/**
 * Numbers for life: nothing of the last release is lost, and every number means the question that it
 * meant. A question that was reworded from the ground is the same one when it keeps its id and its
 * editor says so: `change: { significance: major }`.
 */
export function checkNumbers(
  handbook: Handbook,
  before: Ledger,
  words: KeptWords,
  files: readonly VFile[],
): readonly VFileMessage[] {
  return [
    ...checkPromises(handbook, before).map((message) => placed(message, files)),
    ...reused(handbook, before, words),
  ];
}

function reused(handbook: Handbook, before: Ledger, words: KeptWords): readonly VFileMessage[] {
  const last = before.at(-1);
  if (!last) return [];
  const now = new Map<string, EntryText>(editionText(handbook).entries.map((entry) => [entry.number, entry]));
  const { entry: entries } = indexHandbook(handbook);
  return last.entries.flatMap((old) => {
    const was = words.lines.get(wordsKey(old));
    const is = now.get(old.number);
    const entry = entries.get(old.number);
    if (!was || !is?.words || !entry || is.fingerprint === old.fingerprint) return [];
    // The body of an entry that is or was withdrawn says why, not what.
    const withdrawn = entry.status === 'withdrawn' || old.status === 'withdrawn';
    if (withdrawn ? sameAlone(was.question, is.words.question) : sameQuestion(was, is.words)) return [];
    if (entry.id === old.id && entry.change?.significance === 'major') return [];
    return [
      refusal(
        'number-keeps-its-question',
        entry.source,
        `the number ${old.number} meant "${short(was.question)}" in release ${last.version} and means "${short(is.words.question)}" now: a number is never used again for another question`,
        `Give the new question a number of its own and withdraw ${old.number}. If it is the same question in other words, keep its id "${old.id}" and say so in the front matter: "change: { significance: major }".`,
      ),
    ];
  });
}

/** Questions without their answers: an empty answer equals an empty answer, so it must not count. */
function sameAlone(before: string, after: string): boolean {
  return sameQuestion({ question: before, answer: before }, { question: after, answer: after });
}

/** A message about a number in a ledger file, at the line that names it. */
function placed(message: VFileMessage, files: readonly VFile[]): VFileMessage {
  const file = files.find(({ path }) => path === message.file);
  const [, number] = /\bentry (\d\S*)/.exec(message.reason) ?? [];
  if (!file || number === undefined) return message;
  const text = typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value);
  const lines = text.split('\n');
  const line = lines.findIndex((words) => words.includes(`"number": "${number}"`));
  if (line < 0) return message;
  const column = (lines[line]?.indexOf('"number"') ?? 0) + 1;
  message.line = line + 1;
  message.column = column;
  message.place = { line: line + 1, column };
  return message;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
