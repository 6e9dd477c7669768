import type { List, ListItem, RootContent } from 'mdast';
import { term } from '../model/nodes.ts';
import { place } from '../model/place.ts';
import { dedent, indentOf } from '../text/runs.ts';
import type { RstContext } from './context.ts';
import { endOfIndented } from './indented.ts';
import { rstInline } from './inline.ts';

const BULLET = /^([-*+•‣])(\s+|$)/;
const ENUMERATED = /^\(?(\d{1,6}|#|[A-Za-z]|[ivxlcIVXLC]+)[.)](\s+)(?=\S)/;
const FIELD = /^:((?![: ])(?:\\.|[^\\:]|:(?!\s|$))+):(\s+|$)/;

interface ListAt {
  readonly blocks: RootContent[];
  readonly end: number;
}

/** The list that begins at a line, if one does: bullets, numbers, or fields. */
export function rstLists(
  lines: readonly string[],
  at: number,
  first: number,
  context: RstContext,
): ListAt | undefined {
  const line = lines[at] ?? '';
  if (FIELD.test(line)) return fields(lines, at, first, context);
  const form = BULLET.test(line) ? BULLET : ENUMERATED.test(line) ? ENUMERATED : undefined;
  if (!form) return undefined;
  const kind = form === BULLET ? line[0] : undefined;
  const items: ListItem[] = [];
  let start: number | undefined;
  let end = at;
  while (end < lines.length) {
    const head = lines[end] ?? '';
    if (head.trim() === '') {
      end++;
      continue;
    }
    const found = form.exec(head);
    if (!found || indentOf(head) > 0 || (kind !== undefined && head[0] !== kind)) break;
    const width = found[0].length;
    const mark = found[1] ?? '';
    // "A. Smith" in running text: a letter is a list only when another item follows.
    if (/^[A-Za-z]+$/.test(mark) && form === ENUMERATED && items.length === 0 && !hasNext(lines, end + 1))
      return undefined;
    start ??= /^\d+$/.test(mark) ? Number(mark) : 1;
    const stop = endOfIndented(lines, end + 1, Math.min(width, 2));
    const body = [head.slice(width), ...dedentTo(lines.slice(end + 1, stop), width)];
    const children = context.blocks(body, first + end);
    items.push(place({ type: 'listItem', spread: false, children: children as never }, first + end));
    end = stop;
  }
  const ordered = form === ENUMERATED;
  const spread = items.some(({ children }) => children.length > 1);
  const list: List = { type: 'list', ordered, start: ordered ? (start ?? 1) : null, spread, children: items };
  return { blocks: [place(list, first + at)], end };
}

function hasNext(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 40); at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || indentOf(line) > 0) continue;
    return ENUMERATED.test(line);
  }
  return false;
}

function dedentTo(lines: readonly string[], width: number): readonly string[] {
  const least = Math.min(width, ...lines.filter((line) => line.trim() !== '').map(indentOf));
  return lines.map((line) => line.replaceAll('\t', '        ').slice(Math.max(0, least)));
}

/** `:name: text`: what a document says about itself, or a question and its answer. */
function fields(lines: readonly string[], at: number, first: number, context: RstContext): ListAt {
  const blocks: RootContent[] = [];
  let end = at;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    const found = FIELD.exec(line);
    if (!found) break;
    const stop = endOfIndented(lines, end + 1, 1);
    const body = [line.slice(found[0].length), ...dedent(lines.slice(end + 1, stop))];
    const said = term(rstInline(found[1] ?? '', context.names), context.blocks(body, first + end));
    blocks.push(place(said, first + end));
    end = stop;
    while (end < lines.length && (lines[end] ?? '').trim() === '' && FIELD.test(lines[end + 1] ?? '')) end++;
  }
  return { blocks, end };
}
