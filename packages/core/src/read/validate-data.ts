import type { ErrorObject } from 'ajv/dist/2020.js';
import type { VFile } from 'vfile';
import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { KeyPath, ParsedYaml } from './parse-yaml.ts';
import type { SchemaName } from './schema.ts';
import { schemaErrors } from './schema.ts';

/**
 * Holds YAML against its schema. Reports one `schema-valid` for each wrong key, at the key, and
 * returns the data without the top-level keys that were wrong, so that the rest can be checked too.
 */
export function validateData(file: VFile, name: SchemaName, yaml: ParsedYaml): Record<string, unknown> {
  // An empty file lacks every key that is required.
  const value = yaml.value ?? {};
  if (!isRecord(value)) {
    report(file, 'schema-valid', {
      reason: `expected keys and values, found ${describe(value)}`,
      place: yaml.locate([]),
      expected: 'a YAML mapping',
    });
    return {};
  }
  const wrong = reportSchemaErrors(file, schemaErrors(name, value), value, yaml);
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

function tell(file: VFile, yaml: Places, error: ErrorObject, path: KeyPath): void {
  const name = path
    .map((step, at) =>
      typeof step === 'number'
        ? ` item ${step + 1}`
        : `${at === 0 ? '' : typeof path[at - 1] === 'number' ? ', ' : '.'}${step}`,
    )
    .join('');
  const expected =
    typeof error.parentSchema?.description === 'string' ? error.parentSchema.description : undefined;
  const found = describe(error.data);
  switch (error.keyword) {
    case 'required': {
      const missing = String(error.params.missingProperty);
      report(file, 'schema-valid', {
        reason: `"${missing}" is missing${path.length > 0 ? ` in "${name}"` : ''}`,
        place: yaml.locate(path),
        ...withExpected(descriptionOf(error, missing)),
        note: `Add "${missing}:".`,
      });
      return;
    }
    case 'additionalProperties': {
      const extra = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const hint = didYouMean(extra, known, (key) => `"${key}"`);
      report(file, 'schema-valid', {
        reason: `unknown key "${extra}"${path.length > 0 ? ` in "${name}"` : ''}${hint}`,
        place: yaml.locateKey([...path, extra]),
        actual: extra,
        ...(hint === '' ? { expected: known } : {}),
      });
      return;
    }
    case 'propertyNames': {
      const extra = String(error.params.propertyName);
      report(file, 'schema-valid', {
        reason: `"${extra}" cannot be a key of "${name}"`,
        place: yaml.locateKey([...path, extra]),
      });
      return;
    }
    case 'const':
      if (path.at(-1) === 'schemaVersion') {
        const newer = typeof error.data === 'number' && error.data > 1;
        report(file, 'schema-version-known', {
          reason: `schemaVersion ${found} is not known`,
          place: yaml.locate(path),
          expected: '1',
          note: newer
            ? 'This handbook was written for a newer Octavo: upgrade Octavo.'
            : 'Write "schemaVersion: 1".',
        });
        return;
      }
      break;
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).map(String);
      report(file, 'schema-valid', {
        reason: `"${name}" cannot be ${found}${didYouMean(String(error.data).slice(0, 80), allowed, (key) => `"${key}"`)}`,
        place: yaml.locate(path),
        actual: found,
        expected: allowed,
      });
      return;
    }
    case 'uniqueItems':
      report(file, 'schema-valid', {
        reason: `"${name}" holds ${describe((error.data as unknown[])[Number(error.params.i)])} twice`,
        place: yaml.locate([...path, Number(error.params.i)]),
        note: 'Remove one of the two.',
      });
      return;
    case 'minItems':
      report(file, 'schema-valid', {
        reason: `"${name}" is empty`,
        place: yaml.locate(path),
        expected: 'at least one',
      });
      return;
    case 'minimum':
    case 'maximum':
      report(file, 'schema-valid', {
        reason: `"${name}" cannot be ${found}`,
        place: yaml.locate(path),
        actual: found,
        ...withExpected(error.message?.replace('must be', 'a number')),
      });
      return;
    case 'type':
      report(file, 'schema-valid', {
        reason: `"${name}" must be ${article(String(error.params.type))}, found ${kindOf(error.data)}`,
        place: yaml.locate(path),
        ...withExpected(expected),
        ...quotesWouldDo(error),
      });
      return;
  }
  const blank = typeof error.data === 'string' && error.data.trim() === '';
  report(file, 'schema-valid', {
    reason: blank ? `"${name}" is empty` : `"${name}" cannot be ${found}`,
    place: yaml.locate(path),
    actual: String(error.data),
    ...withExpected(expected ?? error.message),
  });
}

/** `title: true` and `summary: null` are text that YAML takes for something else. */
function quotesWouldDo({ params, data }: ErrorObject): { note?: string } {
  return params.type === 'string' && typeof data === 'boolean'
    ? { note: `Write "${data}" in quotes if it is text.` }
    : {};
}

/** ajv reports a wrong property name twice: the pattern it failed, then the key it belongs to. */
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

/** What a value is, where its type is what is wrong. */
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
