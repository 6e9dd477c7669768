import { ACCEPT_RULES, ONE_FORM } from './accept-rules.ts';
import { ASK, FOR_EVER } from './caching.ts';
import { escapePattern } from './escape-pattern.ts';
import type { HostedTree } from './hosted-tree.ts';
import { isOpenData, isText, withCharset } from './open-data.ts';

/**
 * Makes `hosting/Caddyfile`, to import into a site whose `root` holds the tree at the path of the handbook's
 * IRI.
 */
export function caddyfile(tree: HostedTree): string {
  const { root, name } = tree;
  const pattern = escapePattern(root);
  const frozen = tree.frozenFiles.map((path) => root + path);
  const sealed = tree.frozenFolders.map((folder) => `${root}${folder}/*`);
  return `# Import into a site. Its "root" is the folder that holds this tree at ${root}:
#
#   example.org {
#     root * /srv/www
#     import /srv/www${root}hosting/Caddyfile
#   }

${root === '/' ? '' : `redir ${root.slice(0, -1)} ${root} 301\n`}handle ${root}* {
  route {
    map {header.Accept} {${name}_data} {${name}_ending} {
${ACCEPT_RULES.map(([accept, data]) => `      \`~(?i)${accept}\` ${data ? '.jsonld .jsonld' : '"" /'}\n`).join('')}      default "" /
    }
    map {path} {${name}_name} {
      \`~^${pattern}entry/([^/]+)/?$\` "\${1}"
      default ""
    }
    # Old ids and numbers of entries, and where they are now.
    map {${name}_name} {${name}_target} {
${tree.own('moved', tree.moved.map(({ from, to }) => `      ${from === 'default' ? '~^default$' : from} ${to}\n`).join(''))}      default ""
    }

${timeMaps(tree)}    header Cache-Control ${ASK}
    header X-Content-Type-Options nosniff
    @negotiated {
      path_regexp ^${pattern}${tree.negotiated}$
      not path_regexp ${ONE_FORM}
    }
    header @negotiated +Vary Accept
    header @negotiated Access-Control-Allow-Origin *
    encode {
      gzip
      match {
${textTypes(tree)
  .map((type) => `        header Content-Type ${type}*\n`)
  .join('')}      }
    }

${timeRules(tree)}    @data file {path}{${name}_data}
    rewrite @data {path}{${name}_data}
    @moved {
      path_regexp ^${pattern}entry/[^/]+/?$
      not vars {${name}_target} ""
    }
    # A redirect is open too: a program in a browser may follow it to the data.
    header @moved Access-Control-Allow-Origin *
    redir @moved ${root}entry/{${name}_target}{${name}_ending} 301
    @only_data file {path}.jsonld
    @no_page not file {path} {path}/
    route @no_page {
      rewrite @only_data {path}.jsonld
    }

    @frozen path ${[...frozen, tree.own('sealed', sealed.join(' '), ' ')].filter((paths) => paths !== '').join(' ')}
    header @frozen Cache-Control "${FOR_EVER}"
${typeRules(tree)}
    @missing not file {path} {path}/index.html
    route @missing {
      header Cache-Control ${ASK}
      header -Access-Control-Allow-Origin
${tree.gate ? '      header -Memento-Datetime\n      header -Link\n' : ''}${tree.notFound ? `      header Content-Type "text/html; charset=utf-8"\n      rewrite * ${root}404.html\n      file_server {\n        status 404\n      }\n` : '      header -Content-Type\n      respond 404\n'}    }
    file_server
  }
}
`;
}

/** The tables by which editions are found by Accept-Datetime (RFC 7089). */
function timeMaps({ gate, name }: HostedTree): string {
  if (!gate) return '';
  const known: Readonly<Record<string, string>> = { date: '{header.Accept-Datetime}', path: '{path}' };
  const source = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_all, of: string) => known[of] ?? `{${name}_${of}}`);
  const line = ([pattern, value]: readonly [string, string]): string =>
    `      ${pattern.startsWith('=') ? pattern.slice(1) : `\`~${pattern}\``} \`${value.replace(/\{(\d)\}/g, '${$1}')}\`\n`;
  return gate.tables
    .map(
      (table) =>
        `    map ${`"${source(table.from)}"`} {${name}_${table.name}} {\n${table.lines.map(line).join('')}      default ""\n    }\n`,
    )
    .join('');
}

/** What is sent of a Memento and of what it is one of; and the way to the one that was asked for. */
function timeRules({ gate, name, root }: HostedTree): string {
  if (!gate) return '';
  const value = (table: string): string => `{${name}_${table}}`;
  const headers = { 'Memento-Datetime': gate.memento, Link: gate.link, '+Vary': gate.vary };
  return [
    ...Object.entries(headers).map(
      ([header, table]) =>
        `    @has_${table} not vars ${value(table)} ""\n    header @has_${table} ${header} "${value(table)}"\n`,
    ),
    // Only to an edition that is kept there: another lies at an address without a page.
    `    @has_gate {\n      not vars ${value(gate.gate)} ""\n      file ${root}${value(gate.gate)} ${root}${value(gate.gate)}/\n    }\n    redir @has_gate ${root}${value(gate.gate)} 302\n`,
  ].join('');
}

/** Gives the type of each file, in the order of the rules, so that the most exact one matches last. */
function typeRules(tree: HostedTree): string {
  const { root } = tree;
  const rules: readonly (readonly [path: string, type: string])[] = [
    ['*', 'text/plain'],
    ['*/', 'text/html'],
    ...tree.media.endings.toReversed().map(([ending, type]) => [`*${ending}`, type] as const),
    ...tree.commonFiles.map(([path, type]) => [root + path, type] as const),
  ];
  const own = tree.media.files.map(([path, type]) => [root + path, type] as const);
  const written = [...rules, ...own].map(([path, type], at) => {
    const name = `@type${at < rules.length ? '' : tree.ownName}${at}`;
    const cors = isOpenData(type) ? `    header ${name} Access-Control-Allow-Origin *\n` : '';
    return `    ${name} path ${path}\n    header ${name} Content-Type "${withCharset(type)}"\n${cors}`;
  });
  return written.slice(0, rules.length).join('') + tree.own('types', written.slice(rules.length).join(''));
}

function textTypes(tree: HostedTree): readonly string[] {
  return [...new Set([...tree.media.endings, ...tree.media.files].map(([, type]) => type))]
    .filter(isText)
    .sort();
}
