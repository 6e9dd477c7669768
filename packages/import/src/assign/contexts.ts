import type { BodyContext } from '../body/context.ts';
import type { Placed, PlacedProse } from '../model/arrangement.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { FoundDocument } from '../model/found.ts';
import type { Targets } from '../model/targets.ts';
import type { ImageShelf } from './images.ts';

/** What making an answer or a page out of a part needs. */
export type ContextOf = (placed: Placed | PlacedProse) => BodyContext;

/** Contexts whose findings stand at the line of a block, or else of the part that holds it. */
export function bodyContexts(
  documents: readonly FoundDocument[],
  book: {
    readonly targets: Targets;
    readonly shelf: ImageShelf;
    /** Absolute address, before what a document says is its own. */
    readonly base: string | undefined;
    /** Entries by the numbers that the source gives them. */
    readonly numbers: ReadonlyMap<string, string>;
    /** Where links are counted. */
    readonly links: { entries: number; addresses: number; text: number };
    /** Where what is said goes. */
    readonly findings: Finding[];
  },
): ContextOf {
  const paths = new Set(documents.map(({ path }) => path));
  return ({ document, found }) => {
    const { path, footnotes } = document;
    const base = book.base ?? document.base;
    return {
      path,
      base,
      targets: book.targets,
      paths,
      footnotes,
      numberOf: (written) => book.numbers.get(written.toUpperCase()),
      count: (link) => {
        book.links[link]++;
      },
      image: (url) => book.shelf.use(url, path, base),
      tell: (kind, severity, at, reason, note) =>
        book.findings.push(finding(kind, severity, { path, line: at || found.place.line }, reason, note)),
    };
  };
}
