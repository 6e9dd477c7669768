import type { Row } from '../readers/csv.ts';
import type { EntryText, OwnDocument } from './own-book.ts';

/** The columns of a table of `octavo export`. */
export const TABLE_COLUMNS = [
  'number',
  'chapter',
  'question',
  'answer',
  'status',
  'topics',
  'digest',
] as const;

type Column = (typeof TABLE_COLUMNS)[number];

/** The entries of a table that `octavo export` wrote, known by the names of its columns; undefined for any other table. */
export function documentOfTable([head, ...rows]: readonly Row[]): OwnDocument | undefined {
  if (!head || TABLE_COLUMNS.some((name) => !head.cells.includes(name))) return undefined;
  const texts = rows.map(({ cells, line }): EntryText => {
    const cell = (name: Column) => (cells[head.cells.indexOf(name)] ?? '').trim();
    const topics = cell('topics')
      .split(/[\s,;]+/)
      .filter(Boolean);
    return {
      number: cell('number'),
      chapter: cell('chapter'),
      question: cell('question'),
      answer: cell('answer').replaceAll('\r\n', '\n'),
      facts: {
        ...(cell('status') === '' || cell('status') === 'active' ? {} : { status: cell('status') }),
        ...(topics.length > 0 ? { topics } : {}),
      },
      recorded: cell('digest') || undefined,
      line,
    };
  });
  return { texts: texts.filter(({ question }) => question !== ''), assets: new Map(), remarks: [] };
}
