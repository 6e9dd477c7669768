import { posix } from 'node:path';
import { type Entry, type Handbook, isNumberEver, numberKey } from '@octavo/core';
import { approvalName } from '@octavo/core/ledger';
import type { Blackout } from '@octavo/press/release';
import type { VFile } from 'vfile';
import { parse, stringify } from 'yaml';
import { goneId } from './gone-id.ts';
import type { Subjects } from './subjects.ts';

/** The sources without what disappears: new contents by path; undefined for a file that goes. */
export type RedactedSources = ReadonlyMap<string, string | undefined>;

/** What stands in the place of an entry. */
export interface Instead {
  readonly question: string;
  readonly answer: string;
}

/**
 * Takes entries out of the sources, and words out of everything else. An entry becomes a withdrawn one that says why,
 * in a file of a new name; its approvals and the pictures that it alone showed go.
 */
export function redactedSources(
  files: readonly VFile[],
  { entries, images }: Subjects,
  handbook: Handbook,
  instead: Instead,
  { text: black }: Blackout,
): RedactedSources {
  const changed = new Map<string, string | undefined>(images.map((path) => [path, undefined]));
  for (const entry of entries) {
    const { path } = entry.source;
    changed.set(path, undefined);
    const log = `approvals/${approvalName(entry.number)}.jsonl`;
    if (files.some((file) => file.path === log)) changed.set(log, undefined);
    const name = `${numberKey(entry.number)}-redacted.md`;
    const source = textOf(files.find((file) => file.path === path)?.value ?? '') ?? '';
    changed.set(posix.join(posix.dirname(path), name), stub(entry, conditionIn(source), handbook, instead));
  }
  for (const { path, value } of files) {
    if (changed.has(path) || path.startsWith('releases/')) continue;
    const before = textOf(value);
    if (before === undefined) continue;
    const after = black(entries.reduce((all, entry) => relinked(all, entry), before));
    if (after === before) continue;
    // A log of approvals is a chain by itself: what it approved is to be approved again.
    changed.set(path, path.startsWith('approvals/') ? undefined : after);
  }
  return changed;
}

/** Links by the id of an entry lead to its number. */
function relinked(text: string, { id, number }: Entry): string {
  return text.replaceAll(`](#${id})`, `](#${number})`).replaceAll(`](#${id}/`, `](#${number}/`);
}

/** The condition that keeps an entry from editions: it keeps what stands in its place from them too. */
function conditionIn(source: string): unknown {
  const [, matter = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source) ?? [];
  return parse(matter)?.for;
}

function stub(entry: Entry, condition: unknown, handbook: Handbook, { question, answer }: Instead): string {
  const { number, type, reviewBy, effective, aliases } = entry;
  const numbers = aliases.filter((alias) => isNumberEver(alias, handbook));
  const matter = {
    number,
    id: goneId(number),
    ...(type === undefined ? {} : { type }),
    ...(condition === undefined ? {} : { for: condition }),
    question,
    status: 'withdrawn',
    ...(numbers.length === 0 ? {} : { aliases: numbers }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    ...(effective === undefined ? {} : { effective }),
  };
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n\n${answer}\n`;
}

/** The text of a file; undefined where its bytes are none. */
function textOf(value: VFile['value']): string | undefined {
  if (typeof value === 'string') return value;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
