import type { Findings } from '../compare/findings.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { TreeFiles } from '../tree/tree-files.ts';
import { type Processor, valuesOf } from './expand.ts';
import { numberOr } from './jsonld-entry.ts';
import { TERMS } from './terms.ts';

/** An old number has a document that names the entry it stands for now. */
export async function compareRedirects(
  findings: Findings,
  book: ExpectedBook,
  files: TreeFiles,
  processor: Processor,
): Promise<void> {
  const there = new Set(files.paths);
  for (const { number, entry } of book.entries)
    for (const alias of entry.aliases) {
      const file = `entry/${alias}.jsonld`;
      const own = findings.about({ entry: number, file });
      if (!own.holds('anchors', there.has(file), file, '', `there is no ${file}`)) continue;
      await own.read(async () => {
        const [node] = await processor.expand(file);
        const found = valuesOf(node, TERMS.replacedBy).map((one) => numberOr(one, book));
        own.list('anchors', [`#${number}`], found, `what ${alias} stands for`);
      });
    }
}
