import { importSource } from '@octavo/import';
import { BOOK_WRITERS } from './book-writers.ts';
import type { RandomBook, Run } from './random-book.ts';

const ENTRIES = 3000;
const WORDS =
  'The ferry leaves from the long pier beside the market and takes bicycles, prams and dogs on a lead when there is room on deck.';

/** A book of some two megabytes in most formats: 30 chapters, a link, a list and a bold word in each answer. */
function longBook(): RandomBook {
  const runs = (at: number): readonly Run[] => [
    { text: `In ${at} cases of a hundred` },
    { text: 'always', as: 'strong' },
    { text: WORDS },
    { text: 'the timetable', address: `https://example.org/boats/${at}` },
    { text: 'and' },
    { text: 'the other answer', to: (at * 7) % ENTRIES },
    { text: 'say more.' },
  ];
  return {
    title: 'The landing stage',
    chapters: Array.from({ length: 30 }, (_, chapter) => ({
      title: `Pier ${chapter + 1}`,
      entries: Array.from({ length: ENTRIES / 30 }, (_, index) => {
        const at = (chapter * ENTRIES) / 30 + index;
        return {
          key: `entry-${at}-key`,
          number: String(at + 1),
          question: `May I bring boat ${at + 1} to the landing stage on a Sunday?`,
          answer: [
            { kind: 'paragraph', runs: runs(at) },
            { kind: 'bullets', items: [runs(at + 1), [{ text: WORDS }]] },
          ] as const,
        };
      }),
    })),
  };
}

/** Prints the CPU time that each reader takes for a megabyte of its format, a line of a table each. */
export async function readerSpeeds(print: (line: string) => void, only = ''): Promise<void> {
  const book = longBook();
  print('| format | MB | entries | s of CPU | s a MB |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, { file, write }] of Object.entries(BOOK_WRITERS)) {
    if (!name.includes(only)) continue;
    const written = write(book);
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    const before = process.cpuUsage();
    const { report } = await importSource([{ path: file, bytes }], file);
    const { user, system } = process.cpuUsage(before);
    const [size, spent] = [bytes.length / 1e6, (user + system) / 1e6];
    const cells = [name, size.toFixed(1), report.counts.entries, spent.toFixed(1), (spent / size).toFixed(2)];
    print(`| ${cells.join(' | ')} |`);
  }
}
