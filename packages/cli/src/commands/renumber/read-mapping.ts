import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { misuse } from '../../exit-code.ts';

/** What a mapping file asks for. */
export interface Mapping {
  /** `numbers:` as handbook.yaml is to have it; undefined where the grammar stays. */
  readonly numbers: Readonly<Record<string, unknown>> | undefined;
  /** From old numbers to new ones. */
  readonly entries: ReadonlyMap<string, string>;
}

const FORM =
  'It holds "numbers:" as handbook.yaml is to have it, and "entries:" with a line "old: new" for each.';

/** Reads a mapping file. Numbers are texts, as they are written there: 3.10 is no 3.1. */
export function readMapping(path: string, shown: string): Mapping {
  if (!existsSync(path)) misuse(`there is no file "${shown}"`, FORM);
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text, { schema: 'failsafe' });
  const [fault] = document.errors;
  if (fault) misuse(`"${shown}" is no YAML: ${fault.message.split('\n')[0]}`, FORM);
  const value: unknown = document.toJS() ?? {};
  if (!isRecord(value)) misuse(`"${shown}" is no mapping`, FORM);
  const { numbers, entries = {}, ...others } = value;
  const [other] = Object.keys(others);
  if (other !== undefined) misuse(`"${shown}" has a key "${other}"`, FORM);
  if (numbers !== undefined && !isRecord(numbers)) misuse(`"numbers" of "${shown}" is no mapping`, FORM);
  if (!isRecord(entries) || Object.values(entries).some((one) => typeof one !== 'string'))
    misuse(`"entries" of "${shown}" is no list of "old: new"`, FORM);
  if (numbers === undefined && Object.keys(entries).length === 0) misuse(`"${shown}" asks for nothing`, FORM);
  // The grammar has real numbers in it: from: 0.
  const grammar = numbers && (parseDocument(text).toJS() as { readonly numbers: Mapping['numbers'] }).numbers;
  return { numbers: grammar, entries: new Map(Object.entries(entries as Record<string, string>)) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
