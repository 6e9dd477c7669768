import type { Handbook } from '@octavo/core';

/** A text, and where it is written: `pricing/618-refunds.md:12`. */
export interface Written {
  readonly text: string;
  readonly place: string;
}

/** Keys whose values are words of the format, not of the book. */
const OF_THE_FORMAT: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'align',
  'status',
  'significance',
  'direction',
  'dir',
  'lang',
  'language',
  'labels',
  'schemaVersion',
]);

interface Place {
  readonly path: string;
  readonly line: number;
}

/**
 * Everything that a handbook says: each of its strings, and the running text of each block as one, so that a
 * sentence is whole though some of its words are emphasised.
 */
export function* saidIn(
  value: Handbook | unknown,
  around: Place = { path: '', line: 0 },
): Generator<Written> {
  if (typeof value === 'string') yield { text: value, place: spelled(around) };
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* saidIn(item, around);
    return;
  }
  const place = placeOf(value as Located, around);
  for (const [key, own] of Object.entries(value)) {
    if (OF_THE_FORMAT.has(key)) continue;
    if (key === 'position') {
      // The file that somebody put in is a name like others.
      const { origin } = own as Located['position'] & object;
      if (origin) yield { text: origin.path, place: spelled(place) };
      continue;
    }
    if (Array.isArray(own) && own.some(isRunning))
      yield { text: own.map(runningText).join(''), place: spelled(place) };
    yield* saidIn(own, place);
  }
}

interface Located {
  readonly source?: Place;
  readonly position?: { readonly start: Pick<Place, 'line'>; readonly origin?: Place };
}

function placeOf({ source, position }: Located, around: Place): Place {
  if (source) return source;
  if (position?.origin) return position.origin;
  return position ? { path: around.path, line: position.start.line } : around;
}

function spelled({ path, line }: Place): string {
  return path === '' ? 'handbook.yaml' : `${path}:${line}`;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
}

const RUNNING: ReadonlySet<string | undefined> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'crossReference',
  'span',
  'abbreviation',
  'keyboard',
]);

function isRunning(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && RUNNING.has((node as Node).type);
}

function runningText({ type, value, children = [] }: Node): string {
  if (type === 'break') return ' ';
  return typeof value === 'string' ? value : children.map(runningText).join('');
}
