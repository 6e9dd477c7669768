import type { Row } from '../readers/csv.ts';
import { ofCell } from './cells.ts';
import type { EntryText, OwnDocument } from './own-book.ts';

/** The columns that every table of `octavo export` has; each column behind them is a key of front matter. */
export const TABLE_COLUMNS: readonly string[] = [
  'number',
  'chapter',
  'question',
  'answer',
  'status',
  'topics',
  'digest',
];

/** The entries of a table that `octavo export` wrote, known by the names of its columns; undefined for any other table. */
export function documentOfTable([head, ...rows]: readonly Row[]): OwnDocument | undefined {
  if (!head || TABLE_COLUMNS.some((name) => !head.cells.includes(name))) return undefined;
  const own = head.cells.filter((name) => /^[a-z][A-Za-z0-9]*$/.test(name) && !TABLE_COLUMNS.includes(name));
  const texts = rows.map(({ cells, line }): EntryText => {
    const cell = (name: string) => (cells[head.cells.indexOf(name)] ?? '').trim();
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
        ...Object.fromEntries(own.flatMap((name) => (cell(name) === '' ? [] : [[name, ofCell(cell(name))]]))),
      },
      recorded: cell('digest') || undefined,
      line,
    };
  });
  const asked = texts.filter(({ question }) => question !== '');
  return { texts: asked, assets: new Map(), remarks: [], keys: ['status', 'topics', ...own] };
}
