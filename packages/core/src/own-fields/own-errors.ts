import type { ErrorObject } from 'ajv/dist/2020.js';
import type { JsonValue } from '../model/compile.ts';
import { partOf } from '../model/map-strings.ts';
import { FORMATS } from './schema-tools.ts';

type Params = ErrorObject['params'];

/** What a value should have been, by the keyword that it fails (JSON Schema 2020-12, Validation 6 and 7). */
const EXPECTED: Readonly<Record<string, (params: Params) => string | undefined>> = {
  pattern: ({ pattern }) => `text that matches ${pattern}`,
  format: ({ format }) => FORMATS[format]?.expected,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  minLength: ({ limit }) => `at least ${counted(limit, 'character')}`,
  maxLength: ({ limit }) => `at most ${counted(limit, 'character')}`,
  minItems: ({ limit }) => `at least ${counted(limit, 'item')}`,
  maxItems: ({ limit }) => `at most ${counted(limit, 'item')}`,
  minProperties: ({ limit }) => `at least ${counted(limit, 'key')}`,
  maxProperties: ({ limit }) => `at most ${counted(limit, 'key')}`,
  multipleOf: ({ multipleOf }) => `a multiple of ${multipleOf}`,
  contains: ({ minContains }) =>
    `at least ${counted(minContains, 'item')} of the kind that types.yaml asks for`,
  oneOf: () => 'one of the forms in types.yaml, and only one',
  anyOf: () => 'one of the forms in types.yaml',
  not: () => 'anything but what types.yaml excludes',
  dependentRequired: ({ missingProperty }) => `"${missingProperty}" beside it`,
};

/**
 * The errors of a publisher's own schema as messages can say them: of a choice only that it failed, a choice of
 * constants as a list of values, and with each what was expected.
 */
export function ownErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const inChoice = ({ instancePath, schemaPath }: ErrorObject): boolean =>
    choices.some(
      (choice) =>
        schemaPath.startsWith(`${choice.schemaPath}/`) && instancePath.startsWith(choice.instancePath),
    );
  return (
    errors
      // What `then` and `else` ask for is said by errors of their own.
      .filter((error) => error.keyword !== 'if' && !inChoice(error))
      .map((error) => {
        const constants = constantsOf(error);
        if (constants) return { ...error, keyword: 'enum', params: { allowedValues: constants } };
        const description = EXPECTED[error.keyword]?.(error.params);
        return description === undefined
          ? error
          : { ...error, parentSchema: { ...error.parentSchema, description } };
      })
  );
}

/** The values of a choice of constants: `oneOf: [{ const: N, title: Northern coast }]`. */
function constantsOf({ keyword, schema }: ErrorObject): readonly JsonValue[] | undefined {
  if ((keyword !== 'oneOf' && keyword !== 'anyOf') || !Array.isArray(schema)) return undefined;
  const values = schema.map((choice) => partOf(choice).const);
  return values.every((value) => value !== undefined) ? values : undefined;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
