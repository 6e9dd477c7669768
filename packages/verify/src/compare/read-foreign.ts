import type { FormatDescriptor } from '@octavo/core';
import { FACETS } from '../content/facets.ts';
import { MARKUP } from '../content/normalise.ts';
import type { EntryReading } from '../parity.ts';
import type { ReadFormat } from '../read-format.ts';
import { compareEntries } from './compare-entries.ts';

const NO_FACETS: ReadonlySet<(typeof FACETS)[number]> = new Set(FACETS);

/**
 * Compares what the reader of a format from outside Octavo returns with the handbook: each entry must be
 * there once and in order, with its number, its question, the words of its answer and notes, and the targets
 * of its links. Spaces and punctuation between words are the format's own.
 */
export function foreignReader(format: string, read: NonNullable<FormatDescriptor['read']>): ReadFormat {
  return async ({ files, book, findings }) => {
    const found = await read(files, book.handbook);
    const file = found[0]?.file ?? format;
    const entries = found.map((one) => ({
      ...one,
      answer: [],
      notice: undefined,
      own: undefined,
      facts: undefined,
      related: undefined,
      at: `${one.file}#${one.number}`,
    }));
    const rules = {
      format,
      normalise: MARKUP,
      skip: NO_FACETS,
      file: () => file,
      withoutNotice: true,
    } as const;
    const readings = compareEntries(findings, book, entries, rules);
    const compared = found.map((one): readonly [string, EntryReading] | undefined => {
      const reading = readings.find(([number]) => number === one.number)?.[1];
      const expected = book.byNumber.get(one.number);
      if (!reading || !expected) return undefined;
      const own = findings.about({ entry: one.number, file: one.file });
      const { answer, notes, links } = expected.facets;
      const said = [...answer, ...notes.map((note) => note.replace(/^(?:\d+: |\[.*\]$)/, ''))].join(' ');
      const same = {
        answer: own.same('answer', words(said), words(one.text), 'the words'),
        links: own.list('links', links.map(targetOf), one.links, 'the links'),
      };
      const differs = (['answer', 'links'] as const).filter((subject) => !same[subject]);
      const count = one.text.split(/\s+/).filter(Boolean).length;
      return [
        one.number,
        { ...reading, words: count, links: one.links, differs: [...reading.differs, ...differs] },
      ];
    });
    return { file, entries: found.length, readings: compared.filter((one) => one !== undefined) };
  };
}

function words(text: string): string {
  return (
    MARKUP.text(text)
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** A line about a link is its text and its target. */
function targetOf(line: string): string {
  return line.slice(line.lastIndexOf(' → ') + 3);
}
