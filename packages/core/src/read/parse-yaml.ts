import type { VFile } from 'vfile';
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { report } from '../message/report.ts';
import { once } from './once.ts';
import { plainYaml } from './plain-yaml.ts';
import { tellCut } from './tell-cut.ts';
import { MAX_ALIASES, yamlFaults } from './yaml-faults.ts';

export type KeyPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Plain data; `null` for an empty document. */
  readonly value: unknown;
  /** The place of the value at a path of keys, or of the nearest one above it; 1-based. */
  readonly locate: (path: KeyPath) => { line: number; column: number };
  /** The place of a key itself. */
  readonly locateKey: (path: KeyPath) => { line: number; column: number };
}

/**
 * The keys that hold a number in the files of a handbook; those of front matter hold none. Every other value is kept as
 * written: `number: 3.10` is "3.10", not 3.1.
 */
const NUMERIC: ReadonlySet<string> = new Set([
  'schemaVersion',
  'of',
  'bleed',
  'from',
  'width',
  'most',
  // Keywords of JSON Schema (2020-12, Validation 6), in types.yaml.
  ...['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'],
]);

const NONE: ReadonlySet<string> = new Set();

/**
 * Parses YAML 1.2 (core schema: no implicit dates, no duplicate keys, no merge keys). `firstLine` is the line
 * of the file at which the text begins, from 1, and more than 1 for front matter. Reports `yaml-well-formed` or `nesting-bounded` and returns
 * undefined when the text does not parse.
 */
export function parseYaml(file: VFile, text: string, firstLine = 1): ParsedYaml | undefined {
  const numeric = firstLine === 1 ? NUMERIC : NONE;
  const plain = plainYaml(text, numeric);
  if (!plain) return parseAny(file, text, firstLine, numeric);
  const first = { line: firstLine, column: 1 };
  const placeOf = (key: string | number | undefined) => {
    const place = plain.places.get(String(key));
    return place && { ...place, line: place.line + firstLine - 1 };
  };
  // The whole tree is needed only for a place inside a list, or under a value that contains none.
  const whole = once(() => parseAny(file, text, firstLine, numeric) as ParsedYaml);
  return {
    value: plain.value,
    locate: (path) => (path.length > 1 ? whole().locate(path) : (placeOf(path[0]) ?? first)),
    locateKey: (path) => {
      if (path.length > 1) return whole().locateKey(path);
      const place = placeOf(path[0]);
      return place ? { ...place, column: 1 } : first;
    },
  };
}

function parseAny(
  file: VFile,
  text: string,
  firstLine: number,
  numeric: ReadonlySet<string>,
): ParsedYaml | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
  });
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const faults = yamlFaults(document, lines);
  for (const { offset, ruleId, ...finding } of faults)
    report(file, ruleId, { ...finding, place: point(offset) });
  if (faults.length > 0) return undefined;
  visit(document, {
    Scalar: (_key, node, path) => {
      tellCut(node, text, (offset, finding) =>
        report(file, 'value-whole', { ...finding, place: point(offset) }),
      );
      if (typeof node.value === 'string') node.value = node.value.replace(/[\u2028\u2029]/g, ' ');
      if (typeof node.value !== 'number' || node.source === undefined) return;
      const nearest = path.findLast((step) => isPair(step));
      if (nearest && isScalar(nearest.key) && !numeric.has(String(nearest.key.value)))
        node.value = node.source;
    },
  });
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    report(file, 'yaml-well-formed', {
      reason: 'the YAML aliases repeat one another too often',
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
  const keys = new WeakMap<YAMLMap, ReadonlyMap<unknown, Scalar>>();
  const keysOf = (map: YAMLMap) => {
    const known =
      keys.get(map) ??
      new Map(map.items.flatMap(({ key }) => (isScalar(key) ? [[key.value, key] as const] : [])));
    keys.set(map, known);
    return known;
  };
  return {
    value,
    locate,
    locateKey: (path) => {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const map = isAlias(parent) ? parent.resolve(document) : parent;
      const key = isMap(map) ? keysOf(map).get(path.at(-1)) : undefined;
      return start(key) ?? locate(path);
    },
  };
}
