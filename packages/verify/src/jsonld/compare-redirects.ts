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
  for (const { number, entry } of book.entries) {
    for (const alias of entry.aliases) {
      const file = `entry/${alias}.jsonld`;
      const about = { entry: number, file };
      if (!findings.holds('anchors', about, there.has(file), file, '', `there is no ${file}`)) continue;
      try {
        const [node] = await processor.expand(file);
        const found = valuesOf(node, TERMS.replacedBy).map((one) => numberOr(one, book));
        findings.sameList('anchors', about, [`#${number}`], found, `what ${alias} stands for`);
      } catch (error) {
        findings.holds('file', about, false, file, '', `${file} cannot be read: ${String(error)}`);
      }
    }
  }
}
