import { type Handbook, indexHandbook, numberKey, type OutputFile } from '@octavo/core';
import { aliasName } from '@octavo/core/say';
import type { VFileMessage } from 'vfile-message';
import { irisOf } from '../iris.ts';
import { message } from '../message.ts';
import { resourceDocument } from './resource-document.ts';

/** A file name that every file system accepts: no separator, and no dot at the start or the end. */
const NAME = /^[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}_-])?$/u;

/**
 * Makes a document at every old id and number of an entry that says which entry it now stands for. An old
 * name that cannot be a file name, or that differs from another only by case, is reported instead; the
 * entry's own document still names it.
 */
export function aliasDocuments(handbook: Handbook): {
  readonly files: readonly OutputFile[];
  readonly messages: readonly VFileMessage[];
} {
  const iris = irisOf(handbook);
  const { entry } = indexHandbook(handbook);
  const taken = new Set([...entry.keys()].map((number) => numberKey(number).toLowerCase()));
  const files: OutputFile[] = [];
  const messages: VFileMessage[] = [];
  for (const { from: old, to } of handbook.redirects) {
    const from = aliasName(old, handbook);
    // A number that was spelt otherwise has kept its address.
    if (from === numberKey(to) && old !== to) continue;
    if (NAME.test(from) && !taken.has(from.toLowerCase())) {
      const isReplacedBy = iris.entry(to);
      const node = { '@type': 'Tombstone', '@id': iris.entry(from), formerType: 'Question', isReplacedBy };
      files.push(resourceDocument(`entry/${from}`, node, iris));
      taken.add(from.toLowerCase());
      continue;
    }
    const reason = `The old name ${JSON.stringify(old)} of ${to} can have no document of its own`;
    const at = entry.get(to)?.source;
    messages.push(message('alias-has-document', { reason, ...(at && { at }), severity: 'warning' }));
  }
  return { files, messages };
}
