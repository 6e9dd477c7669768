import { bookAddress, type Moved, numberKey, type OutputFile, previewMark } from '@octavo/core';
import { aliasName, entryIri, entryPath } from '@octavo/core/say';
import { h } from 'hastscript';
import type { VFileMessage } from 'vfile-message';
import { bookLevel, type Level } from './level.ts';
import { message } from './message.ts';
import type { Maker } from './on-demand.ts';
import type { Site } from './site.ts';
import { portable, rooted } from './site-paths.ts';
import { relativeAddress } from './tree/relative-address.ts';
import { serialise } from './tree/serialise.ts';

/** A folder name that every file system accepts: no separator, and no dot at the start or the end. */
const FOLDER = /^[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}_-])?$/u;

export interface Redirects {
  readonly moved: readonly Moved[];
  /** Messages about old names that cannot have a page. */
  readonly messages: readonly VFileMessage[];
}

/** Every redirect of the site, each old name once, none that is itself a number of the book. */
export function redirects({ handbook, index }: Pick<Site, 'handbook' | 'index'>): Redirects {
  const wanted: Moved[] = [
    ...handbook.redirects,
    ...index.entries.flatMap((entry) => entry.aliases.map((from) => ({ from, to: entry.number }))),
    ...index.entries.map((entry) => ({ from: entry.id, to: entry.number })),
  ];
  const names = new Set([...index.entry.keys()].map((number) => numberKey(number).toLowerCase()));
  const done = new Set(index.entry.keys());
  const moved: Moved[] = [];
  const messages: VFileMessage[] = [];
  for (const { from: old, to } of wanted) {
    const entry = index.entry.get(to);
    const from = aliasName(old, handbook);
    // A number that was spelt otherwise has kept its address.
    if (!entry || done.has(old) || from === numberKey(to)) continue;
    done.add(old);
    if (FOLDER.test(from) && !names.has(from.toLowerCase())) {
      names.add(from.toLowerCase());
      moved.push({ from, to });
    } else {
      const reason = `The old name ${JSON.stringify(old)} of ${to} can have no page of its own`;
      messages.push(message('alias-has-page', { reason, at: entry.source, severity: 'warning' }));
    }
  }
  return { moved, messages };
}

/**
 * Makes pages that redirect a reader without help from a server, and what static hosts need to do it better.
 */
export function redirectFiles(site: Site, all: readonly Moved[], file: Maker): OutputFile[] {
  const { volume } = site.handbook;
  return [
    ...all.map((redirect) => file(pagePath(redirect), 'text/html', () => redirectPage(site, redirect))),
    ...(volume?.aliases ?? []).map((alias) => volumeRedirect(site, `volume/${alias}/index.html`)),
    // Hosts read it at the root, which a volume shares with others.
    ...(volume ? [] : [redirectRules(site, all, bookLevel(site))]),
  ];
}

/** `_redirects`, which Netlify and Cloudflare read. */
export function redirectRules(site: Site, all: readonly Moved[], level: Level): OutputFile {
  const root = new URL(site.handbook.iri).pathname;
  const [open, close] = level.marks('moved');
  const rules = [
    ...all.map(
      ({ from, to }) => [`${root}entry/${encodeURIComponent(from)}`, `${root}${entryPath(to)}/`] as const,
    ),
    ...(site.handbook.volume?.aliases ?? []).map(
      (alias) => [`${root}volume/${alias}`, root + site.paths.own('')] as const,
    ),
  ];
  const text = rules.map(([from, to]) => `${from} ${to} 301\n${from}/ ${to} 301\n`).join('');
  const content = new TextEncoder().encode(open + text + close);
  return { path: level.path('_redirects'), mediaType: 'text/plain', content };
}

function pagePath({ from }: Moved): string {
  return `entry/${portable(from)}/index.html`;
}

function redirectPage(site: Site, redirect: Moved): OutputFile {
  const { to } = redirect;
  return forwarding(site, pagePath(redirect), {
    to: site.paths.entry(to),
    canonical: entryIri(site.handbook, to),
    words: to,
  });
}

/** At an old address of the volume. */
function volumeRedirect(site: Site, path: string): OutputFile {
  const { handbook, paths } = site;
  const canonical = bookAddress(handbook);
  return forwarding(site, path, { to: paths.matter.contents, canonical, words: handbook.title });
}

function forwarding(
  { handbook }: Site,
  path: string,
  { to, canonical, words }: { readonly to: string; readonly canonical: string; readonly words: string },
): OutputFile {
  const mark = previewMark(handbook);
  const href = relativeAddress(path, rooted(to));
  const html = h('html', { lang: handbook.language, dir: handbook.direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'" }),
      h('title', handbook.labels.pageMoved),
      h('meta', { httpEquiv: 'refresh', content: `0; url=${href}` }),
      h('link', { rel: 'canonical', href: canonical }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    ]),
    h('body', [
      mark === undefined ? undefined : h('p', { role: 'note' }, mark),
      h('main', [h('h1', handbook.labels.pageMoved), h('p', [h('a', { href }, words)])]),
    ]),
  ]);
  const content = serialise({ type: 'root', children: [{ type: 'doctype' }, html] });
  return { path, mediaType: 'text/html', content };
}
