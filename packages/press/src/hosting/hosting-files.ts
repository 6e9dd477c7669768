import type { OutputFile } from '@octavo/core';
import { workFile } from '../work-files.ts';
import { FOR_EVER } from './caching.ts';
import { caddyfile } from './caddyfile.ts';
import type { HostedTree } from './hosted-tree.ts';
import { nginxMaps } from './nginx-maps.ts';
import { nginxServer } from './nginx-server.ts';
import { isOpenData, withCharset } from './open-data.ts';

/** The media types that Netlify and Cloudflare know themselves. */
const KNOWN = /\.(html|css|js|json|xml|txt|svg|png|jpe?g|gif|webp|avif|ico|woff2?|pdf|zip)$/;

/**
 * Cloudflare reads at most a hundred rules. Beyond that, clients ask for the oldest sealed pages each time,
 * which is correct too.
 */
const MOST = 100;

/**
 * Makes `_headers`, as Netlify and Cloudflare read it. A header that two rules give is sent twice, so no two
 * rules for one file set the same header. Files that change are left to the hosts' own rule, which is to
 * revalidate.
 */
function headersFile(tree: HostedTree): string {
  const root = encodeURI(tree.root);
  const open = 'Access-Control-Allow-Origin: *';
  const rule = (path: string, headers: readonly string[]) =>
    `${root}${path}\n${headers.map((header) => `  ${header}\n`).join('')}`;
  const { endings, files } = tree.media;
  const typed = ([path, type]: readonly [string, string]) =>
    rule(path, [`Content-Type: ${withCharset(type)}`, ...cors(type)]);
  const rules = [
    ...tree.frozenFiles.map((path) => rule(path, [`Cache-Control: ${FOR_EVER}`])),
    ...endings
      .filter(([ending]) => !KNOWN.test(ending) || ending.startsWith('.schema'))
      .map(([ending, type]) => typed([`*${ending}`, type])),
    ...tree.commonFiles.map(typed),
    ...tree.commonData.map((path) => rule(path, [open])),
  ];
  const own = [...files.map(typed), ...tree.plainData.map((path) => rule(path, [open]))];
  const folders = tree.frozenFolders.slice(0, MOST - rules.length - own.length);
  return [
    '# Headers for Netlify and Cloudflare, which read this file at the top of the published folder',
    `# (the files of the handbook lie below it in ${root}). Both revalidate what has no Cache-Control here.`,
    '# They cannot choose by Accept: data has its own address (entry/1.jsonld), and nginx and Caddy do it.',
    '',
    ...rules,
    tree.own(
      'rules',
      [...own, ...folders.map((folder) => rule(`${folder}/*`, [`Cache-Control: ${FOR_EVER}`]))].join('\n'),
      '\n',
    ),
  ].join('\n');

  function cors(type: string): readonly string[] {
    return isOpenData(type) ? [open] : [];
  }
}

/**
 * Makes the files that configure web servers: those that Netlify and Cloudflare read beside the tree, and
 * those for nginx and Caddy. They cover media types, CORS, caching, old names, and the choice between page
 * and data by Accept.
 */
export function hostingFiles(tree: HostedTree): readonly OutputFile[] {
  return [
    file('_headers', headersFile(tree)),
    file('hosting/Caddyfile', caddyfile(tree)),
    file('hosting/nginx-maps.conf', nginxMaps(tree)),
    file('hosting/nginx.conf', nginxServer(tree)),
  ];
}

function file(path: string, text: string): OutputFile {
  return workFile(path, 'text/plain', text);
}
