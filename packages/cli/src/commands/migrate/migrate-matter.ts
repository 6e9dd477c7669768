import { isScalar, isSeq, type Scalar, stringify, type YAMLMap } from 'yaml';
import { type Edit, edited, lineEnd, mapOf, pairOf, plain, rangeOf } from '../../edit-yaml.ts';
import { type Step, templateOf } from './step.ts';

/**
 * Front matter after the steps of a migration. What no step is about stays letter for letter, comments and order too.
 * A step that finds nothing to do does nothing, so that a migration can be made again.
 *
 * @throws Error with a sentence where a value cannot be split, or a list has other than one item.
 */
export function migratedMatter(matter: string, steps: readonly Step[]): string {
  return steps.reduce((text, step) => {
    const map = mapOf(text);
    return map ? edited(text, editsOf(step, map, text)) : text;
  }, matter);
}

function editsOf(step: Step, map: YAMLMap, text: string): readonly Edit[] {
  if ('rename' in step) return given(map, step.to) ? [] : keyEdit(map, step.rename, step.to);
  if ('renameType' in step) return scalarEdits(given(map, 'type'), { [step.renameType]: step.to });
  if ('values' in step) return scalarEdits(given(map, step.values), step.map);
  if ('toList' in step) {
    const value = given(map, step.toList);
    return isScalar(value) && value.range
      ? [
          [value.range[0], value.range[0], '['],
          [value.range[1], value.range[1], ']'],
        ]
      : [];
  }
  if ('fromList' in step) return fromList(given(map, step.fromList), step.fromList, text);
  if ('split' in step) return splitEdits(step.split, step.by, map, text);
  if ('join' in step) return joinEdits(step.join, step.by, map, text);
  if ('remove' in step) return lineEdits(map, step.remove, text, '');
  const type = map.get('type');
  const isMeant = step.types === undefined || step.types.includes(String(type ?? 'question'));
  if (!isMeant || map.has(step.default)) return [];
  const end = text.endsWith('\n') || text === '' ? '' : '\n';
  return [[text.length, text.length, `${end}${stringify({ [step.default]: step.value }, { lineWidth: 0 })}`]];
}

function given(map: YAMLMap, name: string): unknown {
  return pairOf(map, name)?.value ?? undefined;
}

function keyEdit(map: YAMLMap, name: string, to: string): readonly Edit[] {
  const key = pairOf(map, name)?.key;
  return isScalar(key) && key.range ? [[key.range[0], key.range[1], to]] : [];
}

/** A scalar, or each item of a list, with another value where the mapping has one. */
function scalarEdits(value: unknown, to: Readonly<Record<string, string>>): readonly Edit[] {
  const items: readonly unknown[] = isSeq(value) ? value.items : [value];
  return items.flatMap((item): readonly Edit[] => {
    if (!isScalar(item) || !item.range) return [];
    const wanted = Object.hasOwn(to, sourceText(item)) ? to[sourceText(item)] : undefined;
    return wanted === undefined ? [] : [[item.range[0], item.range[1], plain(wanted)]];
  });
}

/** What a scalar says as text: `2.50` is no number here. */
function sourceText(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

function fromList(value: unknown, name: string, text: string): readonly Edit[] {
  if (!isSeq(value) || !value.range) return [];
  const [item, ...others] = value.items;
  if (others.length > 0 || !isScalar(item) || !item.range)
    throw new Error(`"${name}" is a list of ${value.items.length} and cannot become one value`);
  return [
    [value.range[0], value.range[1], `${text.slice(item.range[0], item.range[1])}${value.flow ? '' : '\n'}`],
  ];
}

function splitEdits(name: string, by: string, map: YAMLMap, text: string): readonly Edit[] {
  const value = given(map, name);
  if (!isScalar(value)) return [];
  const { names, pattern } = templateOf(by);
  const found = pattern.exec(sourceText(value));
  if (!found) throw new Error(`"${name}" is "${sourceText(value)}", which is not built as "${by}"`);
  const lines = names.map((one, at) => `${one}: ${plain(found[at + 1] ?? '')}\n`).join('');
  return lineEdits(map, name, text, lines);
}

function joinEdits(name: string, by: string, map: YAMLMap, text: string): readonly Edit[] {
  const { names } = templateOf(by);
  const values = names.map((one) => given(map, one));
  if (values.every((value) => value === undefined)) return [];
  const said = names.map((one, at) => {
    const value = values[at];
    if (!isScalar(value))
      throw new Error(`"${one}" is missing, or no text, and "${name}" is built as "${by}"`);
    return sourceText(value);
  });
  const whole = by.replace(/\{(\w+)\}/g, (_, one: string) => said[names.indexOf(one)] ?? '');
  const [first = '', ...others] = names;
  return [
    ...lineEdits(map, first, text, `${name}: ${plain(whole)}\n`),
    ...others.flatMap((one) => lineEdits(map, one, text, '')),
  ];
}

/** The lines of a key and its value, replaced. */
function lineEdits(map: YAMLMap, name: string, text: string, by: string): readonly Edit[] {
  const pair = pairOf(map, name);
  const key = pair?.key;
  if (!pair || !isScalar(key) || !key.range) return [];
  return [[key.range[0], lineEnd(text, rangeOf(pair)?.[1] ?? key.range[1]), by]];
}
