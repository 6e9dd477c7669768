import type { ErrorObject } from 'ajv/dist/2020.js';
import type { VFile } from 'vfile';
import { isCalendarDate } from '../model/calendar-date.ts';

/** The errors of a value against a schema; none when it is valid. */
export type Validate = (value: unknown) => readonly ErrorObject[];

/** What it takes to use a publisher's own schemas: a validator's compiler and a judge of patterns. */
export interface SchemaTools {
  /** @throws Error for a schema that is none (JSON Schema 2020-12). */
  readonly compile: (schema: object) => Validate;
  /** Why a pattern cannot be used; undefined when matching it takes time that is bounded. */
  readonly patternFault: (pattern: string) => string | undefined;
}

/** The formats that a string can have. Those of references are resolved when the book is assembled. */
export const FORMATS: Readonly<Record<string, true | ((text: string) => boolean)>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text),
  uri: (text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  entry: true,
  topic: true,
  term: true,
  contributor: true,
  markdown: true,
};

/** A longer pattern is no longer analyzed. */
const LONGEST_PATTERN = 200;
/** A count in a pattern: `{2}`, `{1,80}`; what is escaped or in brackets is no count. */
const COUNT = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}/gs;

/**
 * Loads the tools for the files of a handbook that has a types.yaml; undefined for any other, which then
 * pays nothing for them.
 */
export async function schemaTools(files: readonly Pick<VFile, 'path'>[]): Promise<SchemaTools | undefined> {
  if (!files.some(({ path }) => path === 'types.yaml')) return undefined;
  const [{ Ajv2020 }, { checkSync }] = await Promise.all([
    import('ajv/dist/2020.js'),
    import('recheck/lib/browser.js'),
  ]);
  return {
    compile: (schema) => {
      const ajv = new Ajv2020({
        allErrors: true,
        verbose: true,
        allowUnionTypes: true,
        strictRequired: false,
        logger: false,
        formats: FORMATS,
      });
      const validate = ajv.compile(schema);
      return (value) => (validate(value) ? [] : (validate.errors ?? []));
    },
    patternFault: (pattern) => {
      if (pattern.length > LONGEST_PATTERN) return `it is longer than ${LONGEST_PATTERN} characters`;
      // Counts are taken for "any number": unrolled they could take minutes to analyze.
      const uncounted = pattern.replace(COUNT, (written, least) =>
        least === undefined ? written : least === '0' ? '*' : '+',
      );
      const found = checkSync(uncounted, 'u', { timeout: null, checker: 'automaton' });
      if (found.status === 'vulnerable' && found.complexity.type === 'exponential')
        return 'matching it can take exponential time';
      if (found.status !== 'unknown') return undefined;
      return 'message' in found.error ? found.error.message : found.error.kind;
    },
  };
}
