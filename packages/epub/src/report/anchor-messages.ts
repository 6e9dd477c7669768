import type { Handbook } from '@octavo/core';
import { aliasAnchor, entryAnchor } from '@octavo/core/say';
import type { VFileMessage } from 'vfile-message';
import { isXmlName } from '../book/anchors.ts';
import { message } from '../message.ts';

/** Reports ids and aliases that XML does not permit as an `id`; the entry is still found by its number. */
export function anchorMessages(handbook: Handbook): readonly VFileMessage[] {
  return handbook.chapters.flatMap((chapter) =>
    chapter.entries.flatMap((entry) =>
      [entry.id, ...entry.aliases]
        .filter((name) => !isXmlName(aliasAnchor(name, handbook)))
        .map((name) =>
          message('anchor-is-xml-name', {
            reason: `\`${name}\` cannot be an anchor in an EPUB (XML ids begin with a letter); \`#${entryAnchor(entry.number)}\` is there`,
            at: entry.source,
            severity: 'info',
          }),
        ),
    ),
  );
}
