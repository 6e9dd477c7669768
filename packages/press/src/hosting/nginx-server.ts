import { groupBy } from '@octavo/core';
import { escapePattern } from './escape-pattern.ts';
import type { HostedTree } from './hosted-tree.ts';
import { isText } from './open-data.ts';
import type { TimeGate } from './time-gate.ts';

/**
 * Makes `hosting/nginx.conf` for a server block whose `root` holds the tree at the path of the handbook's
 * IRI.
 */
export function nginxServer(tree: HostedTree): string {
  const { root, name, media } = tree;
  const plain = media.endings.filter(([ending]) => !ending.startsWith('.schema'));
  const types = groupBy(plain, ([, type]) => type);
  const known = [...new Set([...media.endings, ...media.files].map(([, type]) => type))].sort();
  // nginx always compresses text/html and warns when it is named.
  const texts = known.filter((type) => type.startsWith('text/') && type !== 'text/html');
  const small = known.filter((type) => isText(type) && type !== 'text/html');
  const only = (type: string) => `{ types { } default_type ${type}; }`;
  return `# Include in the server block, after nginx-maps.conf in the http block. The server's "root" is the
# folder that holds this tree at ${root}:
#
#   include /srv/www${root}hosting/nginx-maps.conf;
#   server {
#     listen 443 ssl;
#     root /srv/www;
#     include /srv/www${root}hosting/nginx.conf;
#   }

${root === '/' ? '' : `location = ${quoted(root.slice(0, -1))} { absolute_redirect off; return 301 ${quoted(root)}; }\n`}location ${quoted(root)} {
  absolute_redirect off;
  index index.html;
${tree.notFound ? `  error_page 403 404 =404 ${quoted(`${root}404.html`)};\n` : ''}
  types {
${[...types].map(([type, endings]) => `    ${type} ${endings.map(([ending]) => ending.slice(1)).join(' ')};\n`).join('')}  }
  default_type text/plain;
  charset utf-8;
  charset_types ${['text/plain', ...texts.filter((type) => type !== 'text/plain')].join(' ')};
  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_types ${['text/plain', ...small.filter((type) => type !== 'text/plain')].join(' ')};

  etag on;
  add_header Cache-Control $${name}_cache always;
  add_header Access-Control-Allow-Origin $${name}_origin;
  add_header Vary $${name}_vary always;
  add_header X-Content-Type-Options nosniff always;
${tree.gate ? timeHeaders(name, tree.gate) : ''}
${tree.gate ? gateRules(root, name, tree.gate) : ''}  if ($${name}_moved) { return 301 "${root}entry/$${name}_moved$${name}_ending"; }
  try_files $uri $uri$${name}_data $uri/ $uri.jsonld =404;

${schemas()}${locations(tree.commonFiles)}${tree.own('types', locations(media.files))}}
`;

  function locations(files: typeof media.files): string {
    return files.map(([path, type]) => `  location = ${quoted(root + path)} ${only(type)}\n`).join('');
  }

  function schemas(): string {
    return media.endings
      .filter(([ending]) => ending.startsWith('.schema'))
      .map(([ending, type]) => `  location ~ ${escapePattern(ending)}$ ${only(type)}\n`)
      .join('');
  }
}

function timeHeaders(name: string, { memento, link, vary }: TimeGate): string {
  const headers = { 'Memento-Datetime': memento, Link: link, Vary: vary };
  return Object.entries(headers)
    .map(([header, table]) => `  add_header ${header} $${name}_${table};\n`)
    .join('');
}

/** The way to an old state that is asked for, if its edition is kept: another lies at an address without a page. */
function gateRules(root: string, name: string, { state }: TimeGate): string {
  // A condition that holds and does not return would take the request out of "try_files".
  const target = `${root}$${name}_${state}`;
  return `  if (-e "$document_root${target}") { return 302 "${target}"; }\n`;
}

function quoted(path: string): string {
  return /[^\w/.~-]/.test(path) ? `"${path.replace(/["\\]/g, String.raw`\$&`)}"` : path;
}
