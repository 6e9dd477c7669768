import { createHash } from 'node:crypto';
import { svgFaults } from '@octavo/core/svg';
import type { ImageFound } from '../body/context.ts';
import { decoded } from '../model/paths.ts';
import { slugOf } from './slugs.ts';

/** Looks up a file that a document names, by its path from the source, or by its address when it lies elsewhere. */
export type FindAsset = (path: string) => Uint8Array | undefined;

/** The images of a book. */
export interface ImageShelf {
  /** By path in the handbook. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** What an image's address stands for, as seen from a document. */
  readonly use: (url: string, from: string, base: string | undefined) => ImageFound;
}

/** Collects the images of a book under `assets/`, each content once. */
export function imageShelf(find: FindAsset): ImageShelf {
  const assets = new Map<string, Uint8Array>();
  const byHash = new Map<string, string>();
  const keep = (bytes: Uint8Array, name: string): ImageFound => {
    const kind = kindOf(bytes);
    if (!kind)
      return {
        kind: 'missing',
        reason: 'is no image that a handbook can hold (PNG, JPEG, GIF, WebP, plain SVG)',
      };
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = byHash.get(hash);
    if (known) return { kind: 'asset', path: known };
    const base = slugOf(name.replace(/\.\w+$/, '')) ?? hash.slice(0, 8);
    const plain = `assets/${base}.${kind}`;
    const path = assets.has(plain) ? `assets/${base}-${hash.slice(0, 8)}.${kind}` : plain;
    byHash.set(hash, path);
    assets.set(path, bytes);
    return { kind: 'asset', path };
  };
  /** An image at an address: a copy of it when there is one, or else the address. */
  const elsewhere = (url: string): ImageFound => {
    const bytes = find(url);
    const name =
      url
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? '';
    return bytes ? keep(bytes, name) : { kind: 'remote', url };
  };
  return {
    assets,
    use(url, from, base) {
      const data = /^data:image\/[\w+.-]+;base64,([A-Za-z0-9+/=\s]+)$/.exec(url)?.[1];
      if (data !== undefined) return keep(Buffer.from(data, 'base64'), '');
      if (/^data:/i.test(url)) return { kind: 'missing', reason: 'is data that cannot be read' };
      if (/^(?:https?:)?\/\//i.test(url)) return elsewhere(url.startsWith('//') ? `https:${url}` : url);
      if (/^[a-z][a-z0-9+.-]+:/i.test(url) || url.trim() === '')
        return { kind: 'missing', reason: 'is no address of an image' };
      const path = joinPath(from, url);
      const bytes = path === undefined ? undefined : find(path);
      if (bytes) return keep(bytes, path?.split('/').at(-1) ?? '');
      if (base !== undefined && URL.canParse(url, base)) return elsewhere(new URL(url, base).href);
      return { kind: 'missing', reason: 'is not there' };
    },
  };
}

/** A path from the source's folder; `..` above it stays, for the caller to allow or not. */
function joinPath(from: string, url: string): string | undefined {
  const name = decoded(url.replace(/[?#].*$/, ''));
  const steps = name.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of name.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function kindOf(bytes: Uint8Array): 'png' | 'jpg' | 'gif' | 'webp' | 'svg' | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.subarray(0, 16).toString('latin1');
  if (head.startsWith('\x89PNG') && all.lastIndexOf('IEND') > 0) return 'png';
  if (head.startsWith('\xff\xd8\xff') && all.lastIndexOf(Uint8Array.of(0xff, 0xd9)) > 0) return 'jpg';
  if (/^GIF8[79]a/.test(head) && bytes.at(-1) === 0x3b) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' && bytes.length >= 8 + all.readUInt32LE(4))
    return 'webp';
  const text = all.toString('utf8');
  const plain =
    /<svg\b/i.test(text.slice(0, 4096)) &&
    /<\/svg\s*>|<svg[^>]*\/>/i.test(text) &&
    /viewBox|width\s*=/i.test(text);
  return plain && svgFaults(text).length === 0 ? 'svg' : undefined;
}
