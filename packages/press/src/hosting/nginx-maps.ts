import { ACCEPT_RULES, ONE_FORM } from './accept-rules.ts';
import { ASK, FOR_EVER } from './caching.ts';
import { escapePattern } from './escape-pattern.ts';
import type { HostedTree } from './hosted-tree.ts';
import { isOpenData } from './open-data.ts';

/**
 * A longer key does not fit into nginx's hash table in its default configuration and would keep nginx from
 * starting.
 */
const LONGEST_KEY = 40;

/** Words that have another meaning as the key of a map. */
const RESERVED = /^(default|hostnames|include|volatile)$/;

/**
 * Makes `hosting/nginx-maps.conf` for the http block: it decides what to answer by address and Accept header.
 */
export function nginxMaps(tree: HostedTree): string {
  const { name } = tree;
  const root = escapePattern(tree.root);
  const frozen = (pattern: string) => `'~^(?:200|206|304)${root}${pattern}' '${FOR_EVER}';`;
  const own = (name: string, lines: readonly string[]): OwnLines => ({
    text: tree.own(name, indented(lines)),
  });
  return [
    '# Include in the http block, once; beside it include nginx.conf in the server block.',
    '',
    map('$http_accept', `$${name}_data`, [
      ...ACCEPT_RULES.map(([pattern, data]) => `'~*${pattern}' ${data ? '.jsonld' : "''"};`),
      "default '';",
    ]),
    map(`$${name}_data`, `$${name}_ending`, ["'' /;", 'default .jsonld;']),
    map('$uri', `$${name}_name`, [`'~^${root}entry/([^/]+)/?$' $1;`, "default '';"]),
    '# Old ids and numbers of entries, and where they are now. With thousands of them nginx may warn that',
    '# its map_hash is not optimal; it works, and a larger map_hash_max_size silences it.',
    map(`$${name}_name`, `$${name}_target`, [
      own(
        'moved',
        tree.moved.map(({ from, to }) => `${key(from)} ${to};`),
      ),
      "default '';",
    ]),
    '# An old number that was an IRI has a document of its own, which says so.',
    map(`$${name}_data$${name}_name`, `$${name}_moved`, [
      own(
        'kept',
        tree.kept.map((from) => `${key(`.jsonld${from}`)} '';`),
      ),
      `default $${name}_target;`,
    ]),
    map('$request_uri', `$${name}_vary`, [
      `'~^${root}(?![^?]*${ONE_FORM.replace('$', String.raw`(?:\?|$)`)})${tree.negotiated.replaceAll('[^/]+', '[^/?]+')}(?:\\?|$)' Accept;`,
      "default '';",
    ]),
    // A redirect is open to all origins too, because a program in a browser may follow it to the data.
    map('$status$uri', `$${name}_origin`, ["'~^30[18]' '*';", ...openData(tree, root), "default '';"]),
    map('$status$uri', `$${name}_cache`, [
      ...tree.frozenFiles.map((path) => frozen(`${escapePattern(path)}$`)),
      own(
        'sealed',
        tree.frozenFolders.map((path) => frozen(`${escapePattern(path)}/`)),
      ),
      `default ${ASK};`,
    ]),
    ...timeMaps(tree),
  ].join('\n');
}

/** The tables by which editions are found by Accept-Datetime. nginx looks a value up when it is needed. */
function timeMaps({ gate, name }: HostedTree): readonly string[] {
  if (!gate) return [];
  const known: Readonly<Record<string, string>> = { date: '$http_accept_datetime', path: '$uri' };
  const filled = (text: string): string =>
    text
      .replace(/\{(\d)\}/g, '$$$1')
      .replace(/\{(\w+)\}/g, (_all, of: string) => known[of] ?? `\${${name}_${of}}`);
  return [
    '# Memento (RFC 7089): an entry as it was on a day, by the header Accept-Datetime.',
    ...gate.tables.map((table) =>
      map(`"${filled(table.from)}"`, `$${name}_${table.name}`, [
        ...table.lines.map(([pattern, value]) =>
          pattern.startsWith('=')
            ? `${key(pattern.slice(1))} '${filled(value)}';`
            : `'~${pattern}' '${filled(value)}';`,
        ),
        "default '';",
      ]),
    ),
  ];
}

function openData({ media, commonFiles, own }: HostedTree, root: string): readonly (string | OwnLines)[] {
  const line = (pattern: string, type: string) =>
    `'~^(?:200|206|304)${root}${pattern}$' ${isOpenData(type) ? "'*'" : "''"};`;
  return [
    ...commonFiles.map(([path, type]) => line(escapePattern(path), type)),
    { text: own('types', indented(media.files.map(([path, type]) => line(escapePattern(path), type)))) },
    ...media.endings.map(([ending, type]) => line(`.*${escapePattern(ending)}`, type)),
  ];
}

/** Lines that belong to this book alone, already indented. */
interface OwnLines {
  readonly text: string;
}

function map(source: string, target: string, lines: readonly (string | OwnLines)[]): string {
  return `map ${source} ${target} {\n${lines.map((line) => (typeof line === 'string' ? indented([line]) : line.text)).join('')}}\n`;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}

function key(name: string): string {
  if (new TextEncoder().encode(name).length > LONGEST_KEY) return `'~^${escapePattern(name)}$'`;
  return RESERVED.test(name) ? `\\${name}` : name;
}
