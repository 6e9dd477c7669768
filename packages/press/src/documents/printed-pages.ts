import {
  bookPath,
  type Handbook,
  indexHandbook,
  type PageBreakPlace,
  type PageMap,
  type PrintedPages,
} from '@octavo/core';

/** Makes pages.json: which entries have words on which page, from the first word of each page. */
export function printedPages(handbook: Handbook, map: PageMap): PrintedPages {
  const { entries, chapterOf } = indexHandbook(handbook);
  const position = new Map(entries.map(({ number }, at) => [number, at]));
  const chapters = new Map(handbook.chapters.map((chapter) => [chapter.id, chapter]));

  /** Finds the first entry that may have words on a page that begins at this place. */
  const first = ({ kind, id }: PageBreakPlace): number | undefined => {
    if (kind === 'entry') return position.get(id);
    const number = kind === 'chapter' ? chapters.get(id)?.entries[0]?.number : undefined;
    return number === undefined ? undefined : position.get(number);
  };
  /** Finds the first entry that has no more words on the page, when the next page begins at `next`. */
  const end = (from: number, next: PageBreakPlace | undefined): number => {
    const at = next?.kind === 'entry' ? position.get(next.id) : undefined;
    if (next && at !== undefined && at >= from) return at + (isHead(next) ? 0 : 1);
    const chapter = chapterOf.get(entries[from]?.number ?? '');
    // Its introduction goes on over there.
    if (next?.kind === 'chapter' && next.id === chapter?.id) return from;
    // A chapter opens on a page of its own.
    const last = chapter?.entries.at(-1)?.number;
    return (last === undefined ? from : (position.get(last) ?? from)) + 1;
  };
  const pages = map.map(({ label, at }, index) => {
    const from = first(at);
    const to = from === undefined ? 0 : end(from, map[index + 1]?.at);
    return {
      label,
      begins: { kind: at.kind, id: at.id, head: isHead(at) },
      entries: entries.slice(from ?? 0, to).map(({ number }) => number),
    };
  });
  return { schemaVersion: 1, pdf: bookPath(handbook, `${handbook.id}.pdf`), pages };
}

function isHead({ path, offset }: PageBreakPlace): boolean {
  return path.length === 0 && offset === 0;
}
