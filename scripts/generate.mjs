/**
 * Writes the code that is made from `schemas/` into the package in the current folder. Each word is
 * `kind=file`: `types` are the TypeScript types of the sources (json-schema-to-typescript), `sources` and
 * `published` ajv's code for the schemas of what people write and of what Octavo publishes; compiling those at
 * run time would be a tenth and half a second of every run; `labels` is the type of the words that the product
 * itself prints, from the English ones, and `languages` a table of those of every language; `commands` are the types of the options of the commands, `ruleIds` and `rules` the ids and the table of rules; `documents=file=names` are the types of what Octavo itself makes, which
 * nobody changes once it is made: everything in them is readonly. The files are not checked in; turbo runs this
 * before a build whenever a schema, the English words, the tables of commands and rules or this script have changed.
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
  'intro',
  'snippet',
  'topics',
  'types',
  'taxonomy',
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
const LANGUAGES = readdirSync(new URL('../packages/core/src/labels/', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .sort();
const RULES = readFileSync(new URL('../packages/core/src/message/catalogue.json', import.meta.url), 'utf8');
const RULE_FILES = readdirSync(new URL('../packages/core/src/rules/', import.meta.url))
  .filter((file) => !file.includes('.generated.'))
  .map((file) => file.replace('.ts', ''))
  .sort();
const RULE_IDS = Object.keys(JSON.parse(RULES));
const COMMANDS = readFileSync(new URL('../packages/cli/src/commands.json', import.meta.url), 'utf8');
const PUBLISHED = [...TEXTS.keys()].filter((name) => name === 'inventory' || !SOURCES.includes(name));
/** Of all that decides what is written. It stands in each file; `tests/core/generated.test.ts` asks for it. */
const STATE = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .update([...TEXTS.values(), LABELS, ...LANGUAGES, COMMANDS, RULES, ...RULE_FILES].join('\0'))
  .digest('hex');
const BANNER = `// Generated from schemas/*.schema.json, the English labels and the tables of commands and rules by scripts/generate.mjs. Do not edit.\n// State: ${STATE}\n`;

/** Parts of documents whose types are made elsewhere, by their keys. */
const ELSEWHERE = {
  labels: 'Labels',
  numbers: 'NumberSystem',
  formerNumbers: 'readonly NumberSystem[]',
  position: 'Position',
};
const ELSEWHERE_FROM = {
  Position: 'unist',
  NumberSystem: '../numbers/number-system.ts',
  Labels: './labels.generated.ts',
  JsonValue: './compile.ts',
};

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
  commands: (file) => writeFileSync(file, BANNER + commands(JSON.parse(COMMANDS))),
  ruleIds: (file) => writeFileSync(file, `${BANNER}export type RuleId = '${RULE_IDS.join("' | '")}';\n`),
  rules: (file) => writeFileSync(file, BANNER + rules()),
  languages: (file) => writeFileSync(file, BANNER + languages()),
  labels: (file) => writeFileSync(file, BANNER + labels(JSON.parse(LABELS))),
  types: async (file) => writeFileSync(file, BANNER + (await types([...SOURCES, ...READ_BACK]))),
  documents: async (file, names) => {
    const code = await types(names.split(','), forTypes);
    const imports = Object.entries(ELSEWHERE_FROM)
      .filter(([type]) => new RegExp(`: .*\\b${type}\\b`).test(code))
      .map(([type, from]) => `import type { ${type} } from '${from}';\n`);
    writeFileSync(file, BANNER + imports.join('') + immutable(code));
  },
  sources: (file) => writeValidators(file, SOURCES, { allErrors: true, verbose: true }),
  published: (file) => writeValidators(file, PUBLISHED, { strictRequired: false }, withoutWords),
};
const words = process.argv.slice(2);
if (words.length === 0) console.log(STATE);
for (const word of words) {
  const [kind, file, names] = word.split('=');
  await MAKERS[kind](file, names);
}

/** A table of the rules over the whole book, each of which has a file by its id. (Reading and assembling report the others.) */
function rules() {
  const rows = RULE_IDS.filter((id) => RULE_FILES.includes(id)).map((id) => [id, nameOf(id)]);
  const imports = rows.map(([id, name]) => `import { ${name} } from './${id}.ts';\n`);
  const table = rows.map(([id, name]) => `  '${id}': ${name},\n`);
  const types =
    "import type { RuleId } from '../message/catalogue.ts';\nimport type { Rule } from './rule.ts';\n";
  return `${types}${imports.join('')}\nexport const ALL_RULES: { readonly [Id in RuleId]?: Rule } = {\n${table.join('')}};\n`;
}

/** A table of the labels of every language that has a file; one that lacks a label does not compile. */
function languages() {
  const rows = LANGUAGES.map((tag) => [tag, tag.replace('-', '_')]);
  const imports = rows.map(([tag, name]) => `import ${name} from './${tag}.json' with { type: 'json' };\n`);
  const table = rows.map(([tag, name]) => `  '${tag}': ${name},\n`);
  const type = "import type { Labels } from '../model/labels.generated.ts';\n";
  return `${type}${imports.join('')}\nexport const LANGUAGES: Readonly<Record<string, Labels>> = {\n${table.join('')}};\n`;
}

/** A type for the values of each command's options and of each group that commands share, and one for all commands. */
function commands({ groups, commands }) {
  const type = (name) => `${name[0].toUpperCase()}${name.slice(1)}Options`;
  const fields = (options) =>
    Object.entries(options).map(([name, option]) => {
      const { kind, of } = typeof option === 'string' ? groups[option][name] : option;
      const words = of?.map((word) => `'${word}'`).join(' | ');
      const value = {
        flag: 'boolean',
        texts: 'readonly string[]',
        count: 'number | undefined',
        choice: words,
        choices: `readonly (${words})[]`,
        names: 'readonly string[] | undefined',
      };
      return `  readonly '${name}': ${value[kind] ?? 'string | undefined'};\n`;
    });
  const interfaces = [
    ...Object.entries(groups),
    ...commands.map(({ name, options, uses }) => [name, options, uses]),
  ].map(
    ([name, options, uses = []]) =>
      `export interface ${[type(name), uses.map(type).join(', ')].filter(Boolean).join(' extends ')} {\n${fields(options).join('')}}\n`,
  );
  const all = commands.map(({ name }) => `  readonly ${name}: ${type(name)};\n`);
  return `${interfaces.join('')}export interface OptionsOf {\n${all.join('')}}\n`;
}

/** What is filled in is marked by braces, so the English words say what a label is for. */
function labels(english) {
  const lines = Object.entries(english).map(
    ([key, words]) => `  /** ${JSON.stringify(words)} */\n  readonly ${key}: string;\n`,
  );
  return `/** Every word the product itself prints. */\nexport interface Labels {\n${lines.join('')}}\n`;
}

async function types(names, reviver) {
  const parts = names.map((name) =>
    compile(JSON.parse(TEXTS.get(name), reviver?.(JSON.parse(TEXTS.get(name)))), name, {
      bannerComment: '',
      additionalProperties: false,
      declareExternallyReferenced: true,
      style: { singleQuote: true },
    }),
  );
  return (await Promise.all(parts)).join('\n');
}

/**
 * The library knows a union as `anyOf`. Texts and lists that several keys share need no name of their own, and
 * only a list with a name is a tuple where it cannot be empty.
 */
function forTypes({ $defs = {} }) {
  return (key, value) => {
    if (key in ELSEWHERE) return { description: value.description, tsType: ELSEWHERE[key] };
    if (isAnything(value)) return { ...value, tsType: 'JsonValue' };
    if (value?.type === 'object' && !value.properties && !value.additionalProperties && !value.required)
      return { ...value, tsType: '{ readonly [key: string]: JsonValue }' };
    const { $ref, ...own } = value ?? {};
    const shared = $defs[$ref?.slice('#/$defs/'.length)];
    if (shared?.type === 'string' || shared?.type === 'array')
      return { ...shared, ...own, minItems: undefined };
    if (value?.minItems && !value.title) return { ...value, minItems: undefined };
    const cases = value?.allOf?.map(({ then }) => then) ?? [];
    return cases.length > 0 && cases.every(Boolean)
      ? { description: value.description, anyOf: cases }
      : value;
  };
}

/** A schema that says in words alone what a value is. */
function isAnything(value) {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'description';
}

/** Whoever has such a document reads it and changes nothing. */
function immutable(code) {
  return code
    .replace(/^( +)((?:\w+|\[k: string\])\??:)/gm, '$1readonly $2')
    .replace(/(?<!readonly )((?:\b\w+|\((?:[^()]|\n)*\))\[\])/g, 'readonly $1')
    .replace(/([:=]) \[(\w+), \.\.\.readonly /g, '$1 readonly [$2, ...')
    .replace(/readonly (\w+)\[\]\[\]/g, 'readonly (readonly $1[])[]');
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
