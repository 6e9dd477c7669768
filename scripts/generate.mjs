/**
 * Writes the code that is made from `schemas/` into the package in the current folder. Each word is
 * `kind=file`: `types` are the TypeScript types of the sources (json-schema-to-typescript), `sources` and
 * `published` ajv's code for the schemas of what people write and of what Octavo publishes; compiling those at
 * run time would be a tenth and half a second of every run; `labels` is the type of the words that the product
 * itself prints, from the English ones. The files are not checked in; turbo runs this
 * before a build whenever a schema, the English words or this script have changed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

/** What is written by hand, by approvers, or by another handbook for this one; every other schema is of what we publish. */
const SOURCES = [
  'handbook',
  'entry',
  'page',
  'topics',
  'types',
  'migration',
  'glossary',
  'approval',
  'inventory',
];
/** Of what we publish, what is read back. */
const READ_BACK = ['manifest'];

const FOLDER = new URL('../schemas/', import.meta.url);
const TEXTS = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => file.replace('.schema.json', ''))
    .sort()
    .map((name) => [name, readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8')]),
);
const LABELS = readFileSync(new URL('../packages/core/src/labels/en.json', import.meta.url), 'utf8');
const PUBLISHED = [...TEXTS.keys()].filter((name) => name === 'inventory' || !SOURCES.includes(name));
/** Of all that decides what is written. It stands in each file; `tests/core/generated.test.ts` asks for it. */
const STATE = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .update([...TEXTS.values(), LABELS].join('\0'))
  .digest('hex');
const BANNER = `// Generated from schemas/*.schema.json and the English labels by scripts/generate.mjs. Do not edit.\n// State: ${STATE}\n`;

/** The type of an entry's schema, as far as code reads it. */
const ENTRY_TYPE = `export const ENTRY_SCHEMA: {
  readonly $id: string;
  readonly additionalProperties: boolean;
  readonly description: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
};
`;

const MAKERS = {
  labels: (file) => writeFileSync(file, BANNER + labels(JSON.parse(LABELS))),
  types: async (file) => writeFileSync(file, BANNER + (await types([...SOURCES, ...READ_BACK]))),
  sources: (file) => writeValidators(file, SOURCES, { allErrors: true, verbose: true }),
  published: (file) => writeValidators(file, PUBLISHED, { strictRequired: false }, withoutWords),
};
const words = process.argv.slice(2);
if (words.length === 0) console.log(STATE);
for (const word of words) {
  const [kind, file] = word.split('=');
  await MAKERS[kind](file);
}

/** What is filled in is marked by braces, so the English words say what a label is for. */
function labels(english) {
  const lines = Object.entries(english).map(
    ([key, words]) => `  /** ${JSON.stringify(words)} */\n  readonly ${key}: string;\n`,
  );
  return `/** Every word the product itself prints. */\nexport interface Labels {\n${lines.join('')}}\n`;
}

async function types(names) {
  const parts = names.map((name) =>
    compile(JSON.parse(TEXTS.get(name)), name, {
      bannerComment: '',
      additionalProperties: false,
      declareExternallyReferenced: true,
      style: { singleQuote: true },
    }),
  );
  return (await Promise.all(parts)).join('\n');
}

/** A module with the validators by the names of their schemas, and its declaration beside it. */
function writeValidators(file, names, options, reviver) {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
    ...options,
  });
  const ids = {};
  for (const name of names) {
    const schema = JSON.parse(TEXTS.get(name), reviver);
    ajv.addSchema(schema);
    ids[nameOf(name)] = schema.$id;
  }
  const table = names.map((name) => `  '${name}': ${nameOf(name)},\n`).join('');
  // The publisher's own fields stand beside the keys of an entry.
  const entry = names.includes('entry') ? `export const ENTRY_SCHEMA = ${TEXTS.get('entry')};\n` : '';
  const code = `${modular(standalone.default(ajv, ids))}export const VALIDATORS = {\n${table}};\n${entry}`;
  writeFileSync(file, BANNER + code);
  const declared = names.map((name) => `  readonly '${name}': ValidateFunction;\n`).join('');
  writeFileSync(
    file.replace(/\.js$/, '.d.ts'),
    `${BANNER}import type { ValidateFunction } from 'ajv/dist/2020.js';\n\nexport const VALIDATORS: {\n${declared}};\n${entry && ENTRY_TYPE}`,
  );
}

/** `jsonld-feed-page` as an identifier. */
function nameOf(schema) {
  return schema.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
}

/** Descriptions say nothing to a validator. */
function withoutWords(key, value) {
  return (key === 'description' || key === '$comment') && typeof value === 'string' ? undefined : value;
}

/** ajv's "ESM" still requires its helpers, which are CommonJS: some loaders unwrap their default, some do not. */
function modular(code) {
  const imports = [];
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_all, path) => {
    const name = `helper${imports.length}`;
    imports.push(`import ${name} from '${path}.js';\n`);
    return `(${name}.default ?? ${name})`;
  });
  return `${imports.join('')}${body}\n`;
}
