import type { EditionText, EntryText, ItemText, LedgerEntry, LedgerRelease } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { KeptWords } from './read-words.ts';
import { wordsKey } from './text-file.ts';

/** Reconstructs what a release said, from the ledger alone. */
export function releasedEdition(release: LedgerRelease, { lines, items }: KeptWords): EditionText {
  const { version, date, entries, numbers } = release;
  const redirects = entries.flatMap(({ number, anchors }) =>
    anchors.filter((anchor) => anchor !== entryAnchor(number)).map((from) => ({ from, to: number })),
  );
  const elsewhere = new Set(redirects.map(({ from }) => from));
  return {
    version,
    date,
    items: (items.get(version) ?? []).map((item) => itemText(item, lines)),
    // The record also lists numbers that became aliases; those are not entries of the release.
    entries: entries.filter(({ number }) => !elsewhere.has(number)).map((entry) => entryText(entry, lines)),
    ...(numbers ? { numbers } : {}),
    redirects,
  };
}

/** An item with empty text has no line. */
function itemText(item: Omit<ItemText, 'text'>, lines: KeptWords['lines']): ItemText {
  const line = lines.get(wordsKey(item));
  const nodes = line?.nodes ? { nodes: line.nodes } : {};
  return { ...item, text: line && 'text' in line ? line.text : '', ...nodes };
}

function entryText(entry: LedgerEntry, lines: KeptWords['lines']): EntryText {
  const { number, id, chapter, status, fingerprint, replacedBy, approvedBy, facts } = entry;
  const found = lines.get(wordsKey(entry));
  const line = found && 'question' in found ? found : undefined;
  return {
    number,
    chapter,
    status,
    fingerprint,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(approvedBy === undefined ? {} : { approvedBy: approvedBy as NonNullable<EntryText['approvedBy']> }),
    facts: { id: [id], ...(replacedBy === undefined ? {} : { replacedBy: [replacedBy] }), ...facts },
    ...(line?.change === undefined ? {} : { change: line.change }),
    ...(line === undefined ? {} : { words: { question: line.question, answer: line.answer } }),
    ...(line?.nodes ? { nodes: line.nodes } : {}),
  };
}
