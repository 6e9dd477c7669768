import type { ErrorObject } from 'ajv/dist/2020.js';
import type { VFile } from 'vfile';
import type { Finding } from '../message/make-message.ts';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { FieldRules } from '../own-fields/entry-fields.ts';
import { ofFittingBranch } from './fitting-branch.ts';
import type { KeyPath, ParsedYaml } from './parse-yaml.ts';
import { schemaErrors } from './schema.ts';
import type { SchemaName } from './schema-name.ts';

/**
 * Validates YAML against its schema, and front matter against the rules of the publisher's own fields too.
 * Reports one `schema-valid` for each wrong key, at the key, and returns
 * the data without the wrong top-level keys, so that the rest can be checked too.
 */
export function validateData(
  file: VFile,
  name: SchemaName,
  yaml: ParsedYaml,
  rules?: FieldRules,
): Record<string, unknown> {
  // An empty file lacks every required key.
  const value = yaml.value ?? {};
  if (!isRecord(value)) {
    report(file, 'schema-valid', {
      reason: `expected keys and values, found ${describe(value)}`,
      place: yaml.locate([]),
      expected: 'a YAML mapping',
    });
    return {};
  }
  const own = ofFittingBranch(schemaErrors(name, value));
  const wrong = reportSchemaErrors(file, rules ? rules.errors(value, own) : own, value, yaml);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
}

/** Reports one `schema-valid` for each wrong key of a value, at its place; returns the top-level keys that were wrong. */
export function reportSchemaErrors(
  file: VFile,
  errors: readonly ErrorObject[],
  value: unknown,
  yaml: Places,
): ReadonlySet<string> {
  const wrong = new Set<string>();
  const told = new Set<string>();
  for (const error of errors) {
    const path = pathOf(error, value);
    if (typeof path[0] === 'string') wrong.add(path[0]);
    const key = `${path.join('/')} ${error.keyword} ${JSON.stringify(error.params)}`;
    if (told.has(key) || isEcho(error)) continue;
    told.add(key);
    tell(file, yaml, error, path);
  }
  return wrong;
}

/** Where values and keys stand. */
type Places = Pick<ParsedYaml, 'locate' | 'locateKey'>;

interface Fault {
  readonly error: ErrorObject;
  readonly yaml: Places;
  readonly path: KeyPath;
  /** The path as a reader reads it: `topics item 2`. */
  readonly name: string;
  /** The value, as a message shows it. */
  readonly found: string;
  /** What the schema says of the value. */
  readonly expected: string | undefined;
}

/** Reports the fault of one value: at the value, unless the keyword knows a better place. */
function tell(file: VFile, yaml: Places, error: ErrorObject, path: KeyPath): void {
  const description = error.parentSchema?.description;
  const expected = typeof description === 'string' ? description : undefined;
  const fault = { error, yaml, path, name: nameOf(path), found: describe(error.data), expected };
  const place = yaml.locate(path);
  if (error.keyword === 'const' && path.at(-1) === 'schemaVersion')
    report(file, 'schema-version-known', { place, ...unknownVersion(fault) });
  else report(file, 'schema-valid', { place, ...(BY_KEYWORD[error.keyword] ?? otherwise)(fault) });
}

/** What the failure of each JSON Schema keyword (2020-12, Validation) means to a writer. */
const BY_KEYWORD: Readonly<Record<string, (fault: Fault) => Finding>> = {
  required({ error, path, name }) {
    const missing = String(error.params.missingProperty);
    return {
      reason: `"${missing}" is missing${path.length > 0 ? ` in "${name}"` : ''}`,
      ...withExpected(descriptionOf(error, missing)),
      note: `Add "${missing}:".`,
    };
  },
  additionalProperties({ error, yaml, path, name }) {
    const extra = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    const hint = didYouMean(extra, known, (key) => `"${key}"`);
    return {
      reason: `unknown key "${extra}"${path.length > 0 ? ` in "${name}"` : ''}${hint}`,
      place: yaml.locateKey([...path, extra]),
      actual: extra,
      ...(hint === '' ? { expected: known } : {}),
    };
  },
  propertyNames({ error, yaml, path, name }) {
    const extra = String(error.params.propertyName);
    return { reason: `"${extra}" cannot be a key of "${name}"`, place: yaml.locateKey([...path, extra]) };
  },
  enum({ error, name, found }) {
    const allowed = (error.params.allowedValues as unknown[]).map(String);
    const hint = didYouMean(String(error.data).slice(0, 80), allowed, (key) => `"${key}"`);
    return { reason: `"${name}" cannot be ${found}${hint}`, actual: found, expected: allowed };
  },
  uniqueItems({ error, yaml, path, name }) {
    const at = Number(error.params.i);
    return {
      reason: `"${name}" holds ${describe((error.data as unknown[])[at])} twice`,
      place: yaml.locate([...path, at]),
      note: 'Remove one of the two.',
    };
  },
  minItems: ({ error, name, expected }) => ({
    reason: `"${name}" ${(error.data as unknown[]).length === 0 ? 'is empty' : 'has too few items'}`,
    expected: error.params.limit === 1 ? 'at least one' : (expected ?? `at least ${error.params.limit}`),
  }),
  minProperties: ({ error, name, expected }) => ({
    reason: `"${name}" ${Object.keys(error.data as object).length === 0 ? 'is empty' : 'has too few keys'}`,
    ...withExpected(expected ?? `at least ${error.params.limit}`),
  }),
  maxItems: ({ name, expected }) => ({ reason: `"${name}" has too many items`, ...withExpected(expected) }),
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
  type: ({ error, name, expected }) => ({
    reason: `"${name}" must be ${[error.params.type].flat().map(article).join(' or ')}, found ${kindOf(error.data)}`,
    ...withExpected(expected),
    ...quotesWouldDo(error),
  }),
};

function unknownVersion({ error, found }: Fault): Finding {
  return {
    reason: `schemaVersion ${found} is not known`,
    expected: '1',
    note:
      typeof error.data === 'number' && error.data > 1
        ? 'This handbook was written for a newer Octavo: upgrade Octavo.'
        : 'Write "schemaVersion: 1".',
  };
}

function outOfRange({ error, name, found }: Fault): Finding {
  return {
    reason: `"${name}" cannot be ${found}`,
    actual: found,
    ...withExpected(error.message?.replace('must be', 'a number')),
  };
}

function otherwise({ error, name, found, expected }: Fault): Finding {
  const blank = typeof error.data === 'string' && error.data.trim() === '';
  return {
    reason: blank ? `"${name}" is empty` : `"${name}" cannot be ${found}`,
    actual: String(error.data),
    ...withExpected(expected ?? error.message),
  };
}

function nameOf(path: KeyPath): string {
  return path
    .map((step, at) =>
      typeof step === 'number'
        ? ` item ${step + 1}`
        : `${at === 0 ? '' : typeof path[at - 1] === 'number' ? ', ' : '.'}${step}`,
    )
    .join('');
}

/** `title: true` and `summary: null` are text that YAML takes for something else. */
function quotesWouldDo({ params, data }: ErrorObject): { note?: string } {
  return params.type === 'string' && typeof data === 'boolean'
    ? { note: `Write "${data}" in quotes if it is text.` }
    : {};
}

/** ajv reports a wrong property name twice: the pattern that it failed, and the key that it belongs to. */
function isEcho(error: ErrorObject): boolean {
  return error.propertyName !== undefined && error.keyword !== 'propertyNames';
}

function pathOf(error: ErrorObject, root: unknown): KeyPath {
  const path: (string | number)[] = [];
  let value: unknown = root;
  for (const step of error.instancePath.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  if (path.length === 0 && error.keyword === 'additionalProperties') return [];
  return path;
}

function descriptionOf(error: ErrorObject, property: string): string | undefined {
  const properties = error.parentSchema?.properties as Record<string, { description?: string }> | undefined;
  return properties?.[property]?.description;
}

function withExpected(expected: string | undefined): { expected?: string } {
  return expected === undefined ? {} : { expected };
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return String(value);
  const text = value;
  return `"${text.length > 80 ? `${text.slice(0, 77)}…` : text}"`;
}

/** The kind of a value whose type is wrong. */
function kindOf(value: unknown): string {
  return typeof value === 'string' ? `the text ${describe(value)}` : describe(value);
}

function article(type: string): string {
  switch (type) {
    case 'array':
      return 'a list';
    case 'object':
      return 'a mapping';
    case 'string':
      return 'text';
    case 'integer':
      return 'a whole number';
    default:
      return `a ${type}`;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
