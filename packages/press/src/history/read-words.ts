import { hash } from 'node:crypto';
import { type Ledger, report } from '@octavo/core';
import { RESTORE_RECORD, USE_NEWER, versionSegment } from '@octavo/core/ledger';
import type { VFile } from 'vfile';
import { schemaFault } from '../contracts/published-schemas.ts';
import { type TextHead, type TextLine, wordsKey } from './text-file.ts';

/** The words of all releases, as the ledger records them. */
export interface KeptWords {
  /** By `wordsKey`. */
  readonly lines: ReadonlyMap<string, TextLine>;
  /** Everything of a release except its entries, without texts, by version. */
  readonly items: ReadonlyMap<string, TextHead['items']>;
}

/**
 * Reads the words that belong to the records of a ledger. A missing file, or one that differs from what was
 * committed, gets a message (`ledger-valid`) and none of the words are used. A file without a record, which
 * an interrupted release leaves behind, is skipped.
 */
export function readWords(files: readonly VFile[], ledger: Ledger): KeptWords | undefined {
  const lines = new Map<string, TextLine>();
  const items = new Map<string, TextHead['items']>();
  let valid = true;
  for (const { version, seal } of ledger) {
    const stem = `releases/${versionSegment(version)}`;
    const file = files.find(({ path }) => path === `${stem}.text.jsonl`);
    const read = file && parse(file, seal.text);
    if (read && typeof read === 'object') {
      items.set(version, read.head.items);
      for (const line of read.lines) lines.set(wordsKey(line), line);
      continue;
    }
    valid = false;
    const form = (file && formOf(file)) ?? FORM;
    const isLater = form > FORM;
    const reason = isLater
      ? `it is of schemaVersion ${form}, and this Octavo reads version ${FORM}`
      : (read ?? `the words of the release, ${stem}.text.jsonl, are not there`);
    const told = file ?? files.find(({ path }) => path === `${stem}.json`);
    if (told) report(told, 'ledger-valid', { reason, note: isLater ? USE_NEWER : RESTORE_RECORD });
  }
  return valid ? { lines, items } : undefined;
}

/** The form of words that this Octavo reads. */
const FORM: TextHead['schemaVersion'] = 2;

/** The form that the first line names; undefined where it names none. */
function formOf({ value }: VFile): number | undefined {
  const [line] = Buffer.from(value).toString('utf8').split('\n', 1);
  return Number(/^\{"schemaVersion":\s*(\d+)/.exec(line ?? '')?.[1]) || undefined;
}

function parse(
  file: VFile,
  expected: string,
): { readonly head: TextHead; readonly lines: readonly TextLine[] } | string {
  // Restores the line ends that were written; git for Windows may have changed them.
  const text = Buffer.from(file.value).toString('utf8').replaceAll('\r\n', '\n');
  if (hash('sha256', text) !== expected) return 'these are not the words that the release has sealed';
  try {
    const [head, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const fault = [head, ...lines].map((line) => schemaFault('ledger-text', line)).find(Boolean);
    if (fault !== undefined) return `these are no words of a release: ${fault}`;
    return { head: head as TextHead, lines: lines as TextLine[] };
  } catch {
    return 'a line of it is not JSON';
  }
}
