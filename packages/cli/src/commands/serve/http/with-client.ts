/** The folder of the server's own files; no chapter or page of a handbook can have this name. */
export const OWN = '/__octavo/';

/**
 * Adds the script that reloads a page of the site. The page's own policy forbids every connection, so
 * permission for one to this server is added. A page that allows no script (a redirect) stays as it is.
 */
export function withClient(html: string, build: string): string {
  if (!/script-src (?:'|&#x27;)self/.test(html)) return html;
  return html
    .replace(/default-src ('|&#x27;)none\1;/, (policy) => `${policy} connect-src 'self';`)
    .replace('</head>', `${clientTag(build)}</head>`);
}

/** Makes the page that is shown while there is no successful build. */
export function waitingPage(build: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>octavo serve</title>${clientTag(build)}</head><body><main><h1>Nothing to show yet</h1><p>The handbook has errors. This page turns into the book as soon as they are mended.</p></main></body></html>`;
}

function clientTag(build: string): string {
  return `<script src="${OWN}live.js" data-build="${build}" defer></script>`;
}
