import type { OutputFile } from '@octavo/core';
import { workFile } from '../work-files.ts';
import { caddyfile } from './caddyfile.ts';
import { headersFile } from './headers-file.ts';
import type { HostedTree } from './hosted-tree.ts';
import { nginxMaps } from './nginx-maps.ts';
import { nginxServer } from './nginx-server.ts';

/**
 * What makes a web server serve the tree right, for those that read a file beside it (Netlify,
 * Cloudflare) and for nginx and Caddy: media types, CORS, caching, old names and the choice of page
 * or data by Accept.
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
