import type { VFile } from 'vfile';
import { isAlias, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { report } from '../report.ts';

export type KeyPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Plain data; `null` for an empty document. */
  readonly value: unknown;
  /** The place of the value at a path of keys, or of the nearest one above it; 1-based. */
  readonly locate: (path: KeyPath) => { line: number; column: number };
  /** The place of a key itself. */
  readonly locateKey: (path: KeyPath) => { line: number; column: number };
}

/** Keys whose values are kept as written: `number: 3.10` is "3.10", not 3.1. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  'number',
  'related',
  'aliases',
  'replacedBy',
  'entries',
  'first',
  'last',
  'version',
  'question',
  'title',
  'term',
  'index',
  'also',
  'copyright',
  'keywords',
  'isbn',
  'pdf',
  'epub',
  'html',
  'print',
]);

/** More aliases than this and the document is taken for a bomb. */
const MAX_ALIASES = 100;

/**
 * Parses YAML 1.2 (core schema: no implicit dates, duplicate keys refused, no merge keys). `firstLine`
 * is the line of the file where the text begins, from 1.
 *
 * Reports `yaml-well-formed` and returns undefined when it does not parse.
 */
export function parseYaml(file: VFile, text: string, firstLine = 1): ParsedYaml | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    prettyErrors: false,
    stringKeys: true,
  });
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  for (const error of document.errors) {
    report(file, 'yaml-well-formed', {
      reason: `not valid YAML: ${lowerFirst(error.message)}`,
      place: point(error.pos[0]),
      note: noteFor(error.code),
    });
  }
  if (document.errors.length > 0) return undefined;
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases++;
    },
    Scalar: (_key, node, path) => {
      if (typeof node.value !== 'number' || node.source === undefined) return;
      const nearest = path.findLast((step) => isPair(step));
      if (nearest && isScalar(nearest.key) && AS_WRITTEN.has(String(nearest.key.value))) node.value = node.source;
    },
  });
  if (aliases > MAX_ALIASES) {
    report(file, 'yaml-well-formed', {
      reason: `${aliases} YAML aliases, more than the ${MAX_ALIASES} that are allowed`,
      place: { line: firstLine, column: 1 },
      note: 'Write the values out.',
    });
    return undefined;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    report(file, 'yaml-well-formed', {
      reason: `not usable YAML: ${lowerFirst(error instanceof Error ? error.message : String(error))}`,
      place: { line: firstLine, column: 1 },
      note: 'Write the values out instead of repeating them with aliases.',
    });
    return undefined;
  }
  const start = (node: unknown) => (isNode(node) && node.range ? point(node.range[0]) : undefined);
  const locate = (path: KeyPath) => {
    for (let length = path.length; length > 0; length--) {
      const found = start(document.getIn(path.slice(0, length), true));
      if (found) return found;
    }
    return start(document.contents) ?? { line: firstLine, column: 1 };
  };
  return {
    value,
    locate,
    locateKey: (path) => {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const map = isAlias(parent) ? parent.resolve(document) : parent;
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
        : undefined;
      return start(pair?.key as Node | undefined) ?? locate(path);
    },
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function noteFor(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Remove one of the two keys.';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Put quotes around a value that holds a colon.';
    default:
      return 'Check quotes, colons and indentation near here.';
  }
}
