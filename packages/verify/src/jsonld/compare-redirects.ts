import { numberKey } from '@octavo/core';
import { aliasKey } from '../expected/expected-book.ts';
import { valuesOf } from './expand.ts';
import { numberOr } from './jsonld-entry.ts';
import type { JsonldReading } from './jsonld-reading.ts';
import { TERMS } from './terms.ts';

/** An old number has a document that names the entry it stands for now. */
export async function compareRedirects({ findings, book, files, processor }: JsonldReading): Promise<void> {
  const there = new Set(files.paths);
  for (const { number, entry } of book.entries)
    for (const alias of entry.aliases) {
      const key = aliasKey(alias, book.handbook);
      // A number that was spelt otherwise has kept its address.
      if (key === numberKey(number)) continue;
      const file = `entry/${key}.jsonld`;
      const own = findings.about({ entry: number, file });
      if (!own.holds('anchors', there.has(file), file, '', `there is no ${file}`)) continue;
      await own.read(async () => {
        const [node] = await processor.expand(file);
        const found = valuesOf(node, TERMS.replacedBy).map((one) => numberOr(one, book));
        own.list('anchors', [`#${number}`], found, `what ${alias} stands for`);
      });
    }
}
