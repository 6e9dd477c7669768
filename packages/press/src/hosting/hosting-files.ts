import type { OutputFile } from '@octavo/core';
import { workFile } from '../work-files.ts';
import { caddyfile } from './caddyfile.ts';
import { headersFile } from './headers-file.ts';
import type { HostedTree } from './hosted-tree.ts';
import { nginxMaps } from './nginx-maps.ts';
import { nginxServer } from './nginx-server.ts';

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
