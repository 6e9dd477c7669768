import type { ErrorObject } from 'ajv/dist/2020.js';
import type { VFile } from 'vfile';
import { type Memory, NO_MEMORY } from '../cache/memory.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { TAXONOMY_FORMAT, taxonomyOf } from '../model/own-types.ts';
import { patternFault } from './pattern-fault.ts';

/** The errors of a value against a schema; none when it is valid. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/** What it takes to use a publisher's own schemas: a validator's compiler and a judge of patterns. */
export interface SchemaTools {
  /** The formats that a text can have, those of the book's taxonomies among them. */
  readonly formats: readonly string[];
  /** The keywords of JSON Schema 2020-12. */
  readonly keywords: ReadonlySet<string>;
  /** What is wrong with a schema, by the meta-schema of JSON Schema 2020-12. */
  readonly schemaErrors: (schema: object) => readonly ErrorObject[];
  /** @throws Error for a schema that is none (JSON Schema 2020-12). */
  readonly compile: (schema: object) => Validate;
  /** Why a pattern cannot be used; undefined when matching it takes time that is bounded. */
  readonly patternFault: (pattern: string) => string | undefined;
}

interface TextFormat {
  /** Whether a text has the format; references are resolved when the book is assembled. */
  readonly holds: true | ((text: string) => boolean);
  readonly expected: string;
}

/** The formats that a text can have. */
export const FORMATS: Readonly<Record<string, TextFormat>> = {
  date: {
    holds: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text),
    expected: 'a calendar date, such as 2026-12-01',
  },
  uri: {
    holds: (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
    expected: 'an address, such as https://example.org/',
  },
  email: {
    holds: (text) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text),
    expected: 'an e-mail address',
  },
  entry: { holds: true, expected: 'the number or the id of an entry' },
  topic: { holds: true, expected: 'the id of a topic' },
  term: { holds: true, expected: 'the id of a term' },
  contributor: { holds: true, expected: 'the name of a contributor' },
  markdown: { holds: true, expected: 'Markdown in a line' },
};

/** What schemas are written in, as ajv knows it. */
type Ajv = InstanceType<typeof import('ajv/dist/2020.js').Ajv2020>;

/**
 * Loads the tools for the files of a handbook that has a types.yaml, or whose handbook.yaml demands mixins; undefined
 * for any other, which then pays nothing for them. They do everything once: a schema and a pattern are asked about at each reading. With a
 * memory, a types.yaml that has not changed keeps its tools.
 */
export async function schemaTools(
  files: readonly Pick<VFile, 'path' | 'value'>[],
  memory: Memory = NO_MEMORY,
): Promise<SchemaTools | undefined> {
  const types =
    files.find(({ path }) => path === 'types.yaml') ??
    files.find(
      ({ path, value }) => path === 'handbook.yaml' && /requires|\\/.test(textOf(value).toString('latin1')),
    );
  if (!types) return undefined;
  const concepts = files.flatMap(({ path }) => {
    const id = taxonomyOf(path);
    return id === undefined ? [] : [TAXONOMY_FORMAT + id];
  });
  const formats = [...Object.keys(FORMATS), ...concepts];
  return memory.keep(types, `tools ${concepts.join(' ')}`, () => toolsFor(types, formats));
}

async function toolsFor({ value }: Pick<VFile, 'value'>, formats: readonly string[]): Promise<SchemaTools> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictRequired: false,
    logger: false,
    formats: Object.fromEntries(formats.map((name) => [name, FORMATS[name]?.holds ?? true])),
  });
  // The judge of patterns is large, and few books have one.
  const hasPattern = textOf(value).includes('pattern');
  const { checkSync } = hasPattern ? await import('recheck/lib/browser.js') : { checkSync: undefined };
  return {
    formats,
    keywords: new Set(Object.keys(ajv.RULES.keywords)),
    schemaErrors: onceFor((schema: object) => schemaErrors(ajv, schema)),
    compile: onceFor((schema: object): Validate => {
      const validate = ajv.compile(schema);
      return (value) => (validate(value) ? [] : (validate.errors ?? []));
    }),
    patternFault: onceFor((pattern: string) => checkSync && patternFault(pattern, checkSync)),
  };
}

function textOf(value: VFile['value']): Buffer {
  return Buffer.from(value ?? '');
}

function schemaErrors(ajv: Ajv, schema: object): readonly ErrorObject[] {
  return ajv.validateSchema(schema) ? [] : (ajv.errors ?? []);
}

/** A function that is asked about the same thing only once. */
function onceFor<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new Map<string, Made>();
  return (given) => {
    const key = JSON.stringify(given);
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as Made;
    const value = make(given);
    made.set(key, value);
    return value;
  };
}
