import { folderBeside } from '../detect/notion.ts';
import type { FindingKind } from '../model/finding.ts';
import { decoded, pathFrom } from '../model/paths.ts';
import type { Target, Targets } from '../model/targets.ts';
import { placesOf } from '../readers/json/recorded.ts';

export interface LinkContext {
  readonly path: string;
  /** Absolute address of the document. */
  readonly base: string | undefined;
  readonly targets: Targets;
  /** Paths of all documents that are imported together. */
  readonly paths: ReadonlySet<string>;
}

/** What becomes of a link: to an entry, to an address, or text (with the reason, when that is a loss). */
export type Resolved =
  | { readonly kind: 'entry'; readonly number: string; readonly say?: Said | undefined }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'text'; readonly say?: Said | undefined; readonly address?: string | undefined };

interface Said {
  readonly kind: FindingKind;
  readonly reason: string;
}

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;

/** Decides where a link leads. */
export function resolveLink(written: string, context: LinkContext): Resolved {
  const url = beyond(written.trim());
  if (url === '' || url === '#') return { kind: 'text' };
  if (url.startsWith('#')) return toAnchor(url.slice(1), url, context);
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (url.startsWith('//')) return address(`https:${url}`, url);
  if (scheme === 'http' || scheme === 'https')
    return recorded(url, context) ?? ownAddress(url, context) ?? address(url, url);
  if (scheme === 'mailto')
    return /^mailto:[^\s@?]+@[^\s@?]+/i.test(url)
      ? { kind: 'url', url }
      : broken(url, 'is no whole mail address');
  if (scheme === undefined || scheme.length === 1) return toFile(url, context);
  const reason = `a link with "${scheme}:" cannot stand in a handbook; its text stays`;
  const say: Said = { kind: 'link-unsupported', reason };
  return { kind: 'text', say, address: HARMLESS.test(scheme) ? url : undefined };
}

/** Schemes of addresses that are shown as text where no link can be. */
const HARMLESS =
  /^(?:ftp|ftps|irc|ircs|news|nntp|tel|sms|git|ssh|gopher|xmpp|magnet|sip|webcal|geo|doi|urn|matrix)$/;

/** Addresses that only send on, and the parameter that says where. */
const SENDERS =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/|l\.facebook\.com\/l\.php|slack-redir\.net\/link)\?/i;

/** Where an address leads that mail and office programs put in place of it. */
function beyond(url: string): string {
  if (!SENDERS.test(url) || !URL.canParse(url)) return url;
  const { searchParams } = new URL(url);
  const to = searchParams.get('q') ?? searchParams.get('url') ?? searchParams.get('u') ?? '';
  return /^https?:/i.test(to) && URL.canParse(to) ? to : url;
}

function toAnchor(anchor: string, written: string, { path, targets }: LinkContext): Resolved {
  const target = targets.byAnchor(path, anchor);
  return target ? toTarget(target, written) : broken(written, 'leads to nothing in the document');
}

function toTarget(target: Target, written: string): Resolved {
  const text = (reason: string): Resolved => ({ kind: 'text', say: { kind: 'link-to-page', reason } });
  switch (target.kind) {
    case 'entry':
      return { kind: 'entry', number: target.number };
    case 'chapter': {
      const reason = `"${written}" leads to the chapter "${target.title}"; now to its first entry`;
      return { kind: 'entry', number: target.number, say: { kind: 'link-to-chapter', reason } };
    }
    case 'page':
      return text(
        `"${written}" leads to the page "${target.title}", and entries alone can be led to; its text stays`,
      );
    case 'draft':
      return text(`"${written}" leads to a draft, which is not published; its text stays`);
    case 'nothing':
      return text(`"${written}" leads to what was left out; its text stays`);
  }
}

/** An address that the records of data give one of them, in one of its spellings. */
function recorded(url: string, { path, targets }: LinkContext): Resolved | undefined {
  const [whole, within] = placesOf(url);
  const place = url.startsWith('https://site.invalid') ? within : whole;
  const target = place === undefined ? undefined : targets.byAnchor(path, place);
  return target && toTarget(target, url);
}

/** An address of this very document, with an anchor that it has. */
function ownAddress(url: string, context: LinkContext): Resolved | undefined {
  const [page = '', anchor] = url.split('#');
  if (anchor === undefined || anchor === '') return undefined;
  const own = context.base !== undefined && page === context.base.split('#')[0];
  const name = decoded(page.split('/').at(-1) ?? '').toLowerCase();
  const sameName =
    name !== '' && name === (context.path.split('/').at(-1) ?? '').toLowerCase() && /\.\w+$/.test(name);
  if (!own && !sameName) return undefined;
  const target = context.targets.byAnchor(context.path, anchor);
  return target ? toTarget(target, url) : undefined;
}

function toFile(url: string, context: LinkContext): Resolved {
  const [file = '', anchor] = url.split('#');
  const joined = join(context.path, file.split('?')[0] ?? '');
  const found = candidatesOf(joined).find((candidate) => context.paths.has(candidate));
  if (found !== undefined) {
    const target = anchor
      ? (context.targets.byAnchor(found, anchor) ?? context.targets.byDocument(found))
      : context.targets.byDocument(found);
    if (target) return toTarget(target, url);
  }
  const known =
    context.targets.byDocument(`ref:${url}`) ??
    context.targets.byDocument(folderBeside(joined.replace(/\/$/, ''))) ??
    // The first page of a folder may say nothing but what is in it.
    context.targets.byDocument(/^(.+)\/(?:_?index|readme)\.\w+$/i.exec(found ?? '')?.[1] ?? '') ??
    (/^[^/.]+$/.test(file) ? context.targets.byDocument(noteName(decoded(file))) : undefined);
  if (known) return toTarget(known, url);
  const own = file.startsWith('/') ? recorded(`https://site.invalid${file}`, context) : undefined;
  if (own) return own;
  if (context.base !== undefined && URL.canParse(url, context.base))
    return { kind: 'url', url: new URL(url, context.base).href };
  return broken(url, found ? 'leads to nothing in that file' : 'leads to a file that is not imported');
}

/** Spellings of the file that a link without its extension, or with that of the built site, means. */
function candidatesOf(path: string): readonly string[] {
  const bare = path.replace(/\/$/, '').replace(/\.(?:md|mdx|html?|rst|txt|adoc)$/i, '');
  const extensions = ['md', 'mdx', 'markdown', 'html', 'htm', 'rst', 'txt', 'adoc', 'qmd', 'org'];
  return [
    path,
    ...extensions.map((extension) => `${bare}.${extension}`),
    ...extensions.flatMap((extension) => [`${bare}/index.${extension}`, `${bare}/README.${extension}`]),
  ];
}

/** The name by which notes of a vault lead to one another (`[[Safety]]`). */
export function noteName(path: string): string {
  return `note:${path.replace(/^.*\/|\.\w+$/g, '').toLowerCase()}`;
}

function join(from: string, relative: string): string {
  if (relative === '') return from;
  return pathFrom(from, relative) + (relative.endsWith('/') ? '/' : '');
}

function address(url: string, written: string): Resolved {
  return URL.canParse(url) && /^https?:\/\/[^/?#\s]/i.test(url)
    ? { kind: 'url', url: url.replace(/\s/g, '%20') }
    : broken(written, 'is no whole address');
}

function broken(url: string, why: string): Resolved {
  return {
    kind: 'text',
    say: { kind: 'link-broken', reason: `the link "${url.slice(0, 120)}" ${why}; its text stays` },
  };
}
