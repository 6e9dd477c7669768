/**
 * Writes the reference of the Octavo Handbook from what the program itself goes by: the table of commands, the
 * schemas of what people write, and the catalogue of rules with their pages. `pnpm reference` writes the files,
 * and `tests/core/reference.test.ts` asks that they are whole and current. An entry keeps the number that it
 * has; a new one gets the next of its chapter. What the program no longer has is withdrawn, so that its number
 * is never used again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ROOT = new URL('../', import.meta.url);
const BOOK = new URL('content/octavo-handbook/', ROOT);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const json = (path) => JSON.parse(read(path));

/** The chapters that are generated, and the number that the first entry of each has. */
const FIRST_NUMBERS = { commands: 301, settings: 351, 'front-matter': 421, files: 451, messages: 501 };

/** Entries by chapter: `{ id, question, topics, index, related, body }`, in the order in which new ones get numbers. */
function entries() {
  return {
    commands: json('packages/cli/src/commands.json').commands.map(commandEntry),
    settings: keysOf('handbook').map(([key, schema, needed]) =>
      keyEntry('setting', 'handbook.yaml', key, schema, needed),
    ),
    'front-matter': keysOf('entry').map(([key, schema, needed]) =>
      keyEntry('front-matter', 'the front matter of an entry', key, schema, needed),
    ),
    files: SOURCES.map(fileEntry),
    messages: Object.keys(json('packages/core/src/message/catalogue.json')).map(ruleEntry),
  };
}

/** Sources other than handbook.yaml and entries, each with the schema that it is held to. */
const SOURCES = [
  ['page', 'the front matter of a prose page (`front/<id>.md`, `back/<id>.md`)', 'prose pages'],
  ['intro', "a chapter's introduction (`<chapter>/index.md`)", 'introductions'],
  ['topics', '`topics.yaml`', 'topics'],
  ['glossary', '`glossary.yaml`', 'glossary'],
  ['types', '`types.yaml`', 'types of entries'],
  ['taxonomy', '`taxonomies/<id>.yaml`', 'taxonomies'],
  ['migration', 'a file of `octavo migrate`', 'migration'],
  ['approval', 'a line of `approvals/<key>.jsonl`', 'approvals'],
];

// ---- commands

function commandEntry(command) {
  const { groups, handbook } = json('packages/cli/src/commands.json');
  const words = command.positionals.map((word) => (word === 'handbook' ? handbook : word));
  // An option that is only the name of a group is that group's.
  const own = Object.entries(command.options).map(([name, option]) => [
    name,
    typeof option === 'string' ? groups[option][name] : option,
  ]);
  const options = Object.assign(Object.fromEntries(own), ...command.uses.map((group) => groups[group]));
  const usage = words.map(({ name, default: otherwise, isRest }) => {
    const shown = `${name}${isRest ? '…' : ''}`;
    return otherwise === undefined ? `<${shown}>` : `[${shown}]`;
  });
  const wordRows = words.map((word) => [`\`<${word.name}>\``, sentence(word.help)]);
  const optionRows = Object.entries(options).map(([name, option]) => [
    [...(option.short ? [`\`-${option.short}\``] : []), `\`--${name}${shownValue(option)}\``].join(', '),
    sentence(option.help) + (option.kind === 'choice' ? ` Default: \`${option.default}\`.` : ''),
  ]);
  return {
    id: `command-${command.name}`,
    question: `What does \`octavo ${command.name}\` do?`,
    topics: ['commands'],
    index: [`${command.name}, command`, `commands > ${command.name}`],
    body: [
      sentence(command.summary.replace('{formats}', 'every format of the handbook')),
      fence('sh', [`octavo ${command.name} ${[...usage, '[options]'].join(' ')}`]),
      table(['argument', 'meaning'], wordRows),
      table(['option', 'meaning'], optionRows),
      'For example:',
      fence('sh', command.examples),
      '[Exit codes](#exit-codes) are those of every command.',
    ],
  };
}

function shownValue(option) {
  switch (option.kind) {
    case 'flag':
      return '';
    case 'choice':
      return ` <${option.of.join('|')}>`;
    case 'choices':
    case 'names':
      return ' <name,name>';
    default:
      return ` <${option.hint.replaceAll('|', ' or ')}>`;
  }
}

// ---- keys of sources

function keysOf(name) {
  const schema = json(`schemas/${name}.schema.json`);
  return Object.entries(schema.properties).map(([key, value]) => [
    key,
    inlined(value, schema),
    (schema.required ?? []).includes(key),
  ]);
}

function keyEntry(kind, where, key, schema, isNeeded) {
  const rows = rowsOf(schema, '');
  return {
    id: `${kind}-${slug(key)}`,
    question: `What does \`${key}\` in ${where} say?`,
    topics: [kind === 'setting' ? 'source' : 'entries'],
    index: [`${key}, ${kind === 'setting' ? 'setting' : 'key of an entry'}`],
    body: [
      [said(schema.description ?? ''), `It is ${kindOf(schema)}${isNeeded ? ', and it is required' : ''}.`]
        .join(' ')
        .trim(),
      table(['key', 'value', 'meaning'], rows),
    ],
  };
}

function fileEntry([name, where, term]) {
  const schema = json(`schemas/${name}.schema.json`);
  const rows = rowsOf(inlined(schema, schema), '');
  return {
    id: `file-${name}`,
    question: `What can ${where} hold?`,
    topics: ['source'],
    index: [`${term} > keys`],
    body: [
      said(schema.description ?? ''),
      rows.length === 0 ? 'It has no keys.' : table(['key', 'value', 'meaning'], rows),
      `\`octavo schema ${name}\` prints the JSON Schema.`,
    ],
  };
}

/** The keys below a schema, with dots between the levels, `[]` for each item and `<name>` for any name. */
function rowsOf(schema, path, depth = 0) {
  if (depth > 5) return [];
  const below = (name, child, isNeeded) => {
    const at = path === '' ? name : `${path}.${name}`;
    const like =
      child.likeSetting &&
      `As [\`${child.likeSetting}\`](#setting-${slug(child.likeSetting)}) of the handbook.`;
    const meaning = [like ?? (child.description && said(child.description)), isNeeded && 'Required.'].filter(
      Boolean,
    );
    const deeper = like ? [] : rowsOf(child, at, depth + 1);
    // A mapping of which nothing is said is what its keys say.
    return meaning.length === 0 && deeper.length > 0
      ? deeper
      : [[`\`${at}\``, kindOf(child), meaning.join(' ')], ...deeper];
  };
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    below(key, child, (schema.required ?? []).includes(key)),
  );
  const { additionalProperties: any, items } = schema;
  const choices = (schema.anyOf ?? schema.oneOf ?? []).flatMap((choice) => rowsOf(choice, path, depth + 1));
  return [
    ...named,
    ...(any !== null && typeof any === 'object' ? below('<name>', any, false) : []),
    ...(items ? rowsOf(items, `${path}[]`, depth + 1) : []),
    ...choices,
  ];
}

function kindOf(schema) {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(code).join(', ')}`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(kindOf))].join(', or ');
  return [schema.type ?? 'object']
    .flat()
    .map((type) => nameOf(type, schema))
    .join(' or ');
}

function nameOf(type, schema) {
  switch (type) {
    case 'string':
      return 'a text';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return schema.items ? `a list, each item ${kindOf(schema.items)}` : 'a list';
    case 'null':
      return 'nothing';
    default:
      return 'a mapping';
  }
}

/** The schema with what its references stand for; a reference to what stands around it is cut. */
function inlined(value, root, seen = []) {
  if (Array.isArray(value)) return value.map((item) => inlined(item, root, seen));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.$ref === 'string' && value.$ref.startsWith('#/')) {
    if (seen.includes(value.$ref)) return { description: value.description };
    const target = value.$ref
      .slice(2)
      .split('/')
      .reduce((node, key) => node?.[key], root);
    const [, likeSetting] = /^#\/properties\/(\w+)$/.exec(value.$ref) ?? [];
    return {
      ...inlined(target, root, [...seen, value.$ref]),
      ...(value.description && { description: value.description }),
      ...(likeSetting && { likeSetting }),
    };
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$defs')
      .map(([key, child]) => [key, inlined(child, root, seen)]),
  );
}

// ---- rules

function ruleEntry(rule) {
  const page = read(`packages/core/docs/rules/${rule}.md`);
  return {
    id: `rule-${rule}`,
    question: `What does a message of the rule \`${rule}\` mean?`,
    topics: ['messages'],
    index: [`${rule}, rule`],
    body: [
      page
        .replace(/^# .*\n+/, '')
        .replace(/^## (?:What it asks|Severity)\n+/gm, '')
        .trim()
        .replace(/\]\(([a-z0-9-]+)\.md\)/g, '](#rule-$1)')
        .replace(
          /^```(.*)\n([\s\S]*?)^```$/gm,
          (_, language, text) => `\`\`\`${language || 'text'}\n${text}\`\`\``,
        )
        // An example has its name above it, and needs no heading.
        .replace(/^## (Wrong|Right)\n\n```(\S+)$/gm, '```$2 title="$1"')
        .replace(/\]\((?:\.\.\/)+content\/octavo-handbook\/[a-z-]+\/\d+-([a-z-]+)\.md\)/g, '](#$1)')
        .replace(/\]\((?:\.\.\/)+(?:[a-z]+\/)*([a-z-]+)\.md[^)]*\)/g, (_, name) => `](#${SUBJECTS[name]})`),
    ],
  };
}

/** Entries that tell what documents of the packages tell, by the name of the document. */
const SUBJECTS = {
  'source-format': 'how-a-handbook-is-laid-out',
  'one-source': 'make-editions-from-one-source',
  types: 'add-fields-of-my-own',
};

// ---- text

const code = (value) => `\`${value}\``;
const fence = (language, lines) => [`\`\`\`${language}`, ...lines, '```'].join('\n');
const slug = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A sentence of a table or a schema as Markdown: what is written between angle brackets or braces is code. */
function said(text) {
  return text
    .replace(/"(octavo [^"]+)"/g, '`$1`')
    .replace(/(?<!`)(\S*(?:<[^>\s]+>|\{\{[^}]*\}\})\S*?)(?=[.,;:)]*(?:\s|$))(?!`)/g, '`$1`')
    .replace(/`[^`]*`|</g, (found) => (found === '<' ? '\\<' : found));
}

function sentence(text) {
  const clean = said(text).trim();
  return `${/^[a-z]+[ ,]/.test(clean) ? clean.charAt(0).toUpperCase() : clean.charAt(0)}${clean.slice(1)}${/[.!?:]$/.test(clean) ? '' : '.'}`;
}

function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function written({ number, id, question, topics, index, status, body }) {
  return [
    '---',
    `number: ${number}`,
    `id: ${id}`,
    `question: ${JSON.stringify(question)}`,
    ...(topics ? [`topics: [${topics.join(', ')}]`, `index: ${JSON.stringify(index)}`] : []),
    ...(status ? [`status: ${status}`] : []),
    '---',
    '',
    body.filter((part) => part !== '').join('\n\n'),
    '',
  ].join('\n');
}

/** The files of the reference by their path in the handbook, whose folder has those of the last time. */
export function referenceFiles(book = BOOK) {
  const files = new Map();
  for (const [chapter, list] of Object.entries(entries())) {
    const folder = new URL(`${chapter}/`, book);
    const numbers = new Map(
      (existsSync(folder) ? readdirSync(folder) : []).flatMap((name) => {
        const [, number, id] = /^(\d+)-(.+)\.md$/.exec(name) ?? [];
        return number === undefined ? [] : [[id, Number(number)]];
      }),
    );
    let next = Math.max(FIRST_NUMBERS[chapter] - 1, ...numbers.values()) + 1;
    for (const entry of list) {
      const number = numbers.get(entry.id) ?? next++;
      files.set(`${chapter}/${number}-${entry.id}.md`, written({ ...entry, number }));
      numbers.delete(entry.id);
    }
    for (const [id, number] of numbers) {
      const path = `${chapter}/${number}-${id}.md`;
      const [, question] = /^question: (.*)$/m.exec(readFileSync(new URL(path, book), 'utf8')) ?? [];
      const body = ['Octavo no longer has it.'];
      files.set(path, written({ number, id, question: JSON.parse(question), status: 'withdrawn', body }));
    }
  }
  return files;
}

/** What lies in the chapters of the reference, by path. */
export function referenceOnDisk() {
  return new Map(
    Object.keys(FIRST_NUMBERS).flatMap((chapter) => {
      const folder = new URL(`${chapter}/`, BOOK);
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d/.test(name)) : [];
      return names.map((name) => [`${chapter}/${name}`, readFileSync(new URL(name, folder), 'utf8')]);
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = referenceFiles();
  for (const path of referenceOnDisk().keys()) if (!files.has(path)) rmSync(new URL(path, BOOK));
  for (const chapter of Object.keys(FIRST_NUMBERS))
    mkdirSync(new URL(`${chapter}/`, BOOK), { recursive: true });
  for (const [path, text] of files) writeFileSync(new URL(path, BOOK), text);
  process.stdout.write(`${files.size} entries of the reference\n`);
}
