import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type Edit, edited, lineEnd, mapOf, pairOf, plain, rangeOf } from '../../edit-yaml.ts';

/** The front matter of an entry with its new number, and the old one as its first alias. */
export function renumberedMatter(matter: string, old: string, number: string): string {
  const map = mapOf(matter);
  const value = map?.get('number', true);
  if (!map || !isScalar(value) || !value.range) return matter;
  const [from, to] = value.range;
  return edited(matter, [[from, to, plain(number)], aliasEdit(matter, map, old, to)]);
}

/** handbook.yaml with other values at some paths of keys, each a number; and with `numbers:` anew where it is given. */
export function editedHandbook(
  text: string,
  values: readonly (readonly [path: readonly string[], value: string])[],
  numbers: unknown,
): string {
  const document = parseDocument(text);
  const edits = values.flatMap(([path, value]): Edit[] => {
    const node = document.getIn(path, true);
    return isScalar(node) && node.range ? [[node.range[0], node.range[1], plain(value)]] : [];
  });
  if (numbers === undefined) return edited(text, edits);
  const block = stringify({ numbers }, { lineWidth: 0 });
  const pair = isMap(document.contents) ? pairOf(document.contents, 'numbers') : undefined;
  const [start] = isScalar(pair?.key) ? (pair.key.range ?? []) : [];
  const range = pair && rangeOf(pair);
  if (start !== undefined && range) return edited(text, [...edits, [start, lineEnd(text, range[1]), block]]);
  const at = /^chapters:/m.exec(text)?.index ?? text.length;
  return edited(text, [...edits, [at, at, block]]);
}

function aliasEdit(matter: string, map: YAMLMap, old: string, behindNumber: number): Edit {
  const quoted = JSON.stringify(old);
  const aliases = map.get('aliases', true);
  if (isSeq(aliases) && aliases.range) {
    const [start] = aliases.range;
    if (aliases.flow) return [start + 1, start + 1, aliases.items.length > 0 ? `${quoted}, ` : quoted];
    // The first hyphen of a list in lines.
    const line = matter.lastIndexOf('\n', start) + 1;
    return [line, line, `${matter.slice(line, start)}- ${quoted}\n`];
  }
  if (isScalar(aliases) && aliases.range) return [aliases.range[0], aliases.range[1], ` [${quoted}]`];
  const at = lineEnd(matter, behindNumber);
  return [at, at, `${at > 0 && matter[at - 1] !== '\n' ? '\n' : ''}aliases: [${quoted}]\n`];
}
