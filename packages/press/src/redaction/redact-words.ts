import { hash } from 'node:crypto';
import type { TextHead, TextLine } from '../history/text-file.ts';
import { wordsKey } from '../history/text-file.ts';
import type { Blackout } from './blackout.ts';

/** What is to disappear from the words of the releases. */
export interface WordsRedaction {
  /** The numbers that the entries had in any edition. */
  readonly numbers: ReadonlySet<string>;
  readonly blackout: Blackout;
  /** What is said in the place of question and answer. */
  readonly instead: { readonly question: string; readonly answer: string };
  /** Of what was there, new names for the fingerprints: a hash of words can be guessed. */
  readonly renamed: Map<string, string>;
}

/**
 * Takes words out of releases/<version>.text.jsonl. The lines of an entry that is gone become one, in the first file
 * that has it; other lines lose the words alone. `renamed` learns the new fingerprints, by the keys of lines.
 */
export function redactWords(text: string, redaction: WordsRedaction): string {
  const { numbers, blackout, instead, renamed } = redaction;
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const kept = lines.flatMap((json) => {
    const line = JSON.parse(json) as TextLine;
    if ('number' in line && numbers.has(line.number)) {
      const fingerprint = goneFingerprint(line.number);
      const isFirst = ![...renamed].some(([key]) => key.startsWith(`${line.number} `));
      renamed.set(wordsKey(line), fingerprint);
      return isFirst ? [JSON.stringify({ number: line.number, fingerprint, ...instead })] : [];
    }
    const without = blackout.value(line);
    if (JSON.stringify(without) === json) return [json];
    // The tree of an answer may part the words; without it the plain text is what an edition said.
    const { nodes: _, ...left } = without;
    const fingerprint = `0-${hash('sha256', JSON.stringify({ ...left, fingerprint: '' }))}`;
    renamed.set(wordsKey(line), fingerprint);
    return [JSON.stringify({ ...left, fingerprint })];
  });
  const read = JSON.parse(head) as TextHead;
  const items = read.items.map((item) => {
    const left = blackout.value(item);
    const fingerprint =
      renamed.get(wordsKey(item)) ??
      (left.title === item.title ? item.fingerprint : `0-${hash('sha256', `${item.subject} ${left.title}`)}`);
    return { ...left, fingerprint };
  });
  return [JSON.stringify({ ...read, items }), ...kept].map((line) => `${line}\n`).join('');
}

/** The fingerprint of an entry that is gone says nothing of what it was. */
export function goneFingerprint(number: string): string {
  return `0-${hash('sha256', `redacted ${number}`)}`;
}
