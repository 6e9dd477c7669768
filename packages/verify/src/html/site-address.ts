import { posix } from 'node:path';
import { address, decoded } from '../expected/address.ts';

/** The prefix of a place in the site itself, until it is known which entry stands there. */
export const OWN = 'site:';

/** Where an address on a page leads: an absolute address, or `site:` with a path, its `%` and `#` escaped, and perhaps an anchor. */
export function siteAddress(from: string, href: string, root: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return address(href);
  const [before = '', fragment] = href.split('#');
  const file = decoded(before.split('?')[0] ?? '');
  const path = file.startsWith('/') ? file.slice(root.length) : posix.join(posix.dirname(from), file);
  const whole =
    file === ''
      ? from
      : path.endsWith('/') || path === '' || path === '.'
        ? posix.join(path, 'index.html')
        : path;
  return `${OWN}${whole.replace(/[%#]/g, encodeURIComponent)}${fragment === undefined || fragment === '' ? '' : `#${decoded(fragment)}`}`;
}
