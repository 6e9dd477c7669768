import type { Fields } from '../model/fields.ts';
import { asks } from './asks.ts';
import { fieldsOf } from './fields.ts';

/** What the columns of a table hold, by their indexes. */
export interface Columns {
  readonly columns: { readonly [Name in keyof Fields]?: number | undefined };
  /** The names that the first row gives them; undefined when the first row holds no names. */
  readonly named: Fields | undefined;
}

/** So many rows tell what a column holds. */
const SAMPLE = 200;

/** Finds out what the columns of a table hold: by the names in its first row, or else by what stands in them. */
export function columnsOf(rows: readonly (readonly string[])[], given?: Fields): Columns {
  const [head = []] = rows;
  const named = fieldsOf(head, given);
  if (named.question === undefined || (named.answer === undefined && head.length > 1))
    return { columns: guessed(rows.slice(0, SAMPLE)), named: undefined };
  const places = Object.entries(named).map(([field, name]) => [field, head.indexOf(name ?? '')]);
  return { columns: Object.fromEntries(places), named };
}

/** The column that asks most is the question, the wordiest other one the answer. */
function guessed(rows: readonly (readonly string[])[]): Columns['columns'] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const all = Array.from({ length: width }, (_, at) => at);
  const sum = (at: number, of: (cell: string) => number) =>
    rows.reduce((total, row) => total + of(row[at] ?? ''), 0);
  const most = (of: (cell: string) => number, among: readonly number[]) =>
    among.map((at) => ({ at, total: sum(at, of) })).sort((a, b) => b.total - a.total)[0]?.at;
  const question = most((cell) => (asks(cell) > 0.5 ? 1 : 0), all) ?? 0;
  const answer = most(
    (cell) => cell.length,
    all.filter((at) => at !== question),
  );
  const others = all.filter((at) => at !== question && at !== answer);
  const isNumber = (cell: string) => (/^\s*\d+(?:\.\d+)*[A-Z]?\.?\s*$/.test(cell) ? 1 : 0);
  const number = others.find((at) => rows.length > 0 && sum(at, isNumber) === rows.length);
  const isFew = (at: number) => new Set(rows.map((row) => row[at])).size < Math.max(2, rows.length / 2);
  return { question, answer, number, chapter: others.find((at) => at !== number && isFew(at)) };
}
