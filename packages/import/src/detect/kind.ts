import { isPackage, SOURCE_KINDS, type SourceKind } from '../model/source.ts';
import { isContentsFile } from './contents-file.ts';
import { packedAs } from './package.ts';
import { isZip } from './zip.ts';

const BY_EXTENSION: ReadonlyMap<string, SourceKind> = new Map(
  Object.entries(SOURCE_KINDS).flatMap(([kind, endings]) =>
    endings.split(' ').map((ending) => [ending, kind as SourceKind] as const),
  ),
);

/** Settings of programs, which stand beside documents. */
const SETTINGS =
  /(?:^|\/)(?:\.[^/]*|_?config|mkdocs|antora|antora-playbook|_quarto|_toc|docker-compose|compose|package(?:-lock)?|tsconfig|pnpm-[\w-]+|netlify|action|sidebars?|_category_|book|composer|renovate|dependabot)\.(?:ya?ml|json)$/i;

/** Whether a file in a folder is one of the kinds that are read there, or says how these follow each other (by its name). */
export function isSourceName(path: string): boolean {
  if (isContentsFile(path)) return true;
  if (SETTINGS.test(path)) return false;
  return BY_EXTENSION.has(extensionOf(path));
}

/** Whether the name of a file leaves open what it is. */
export function isPlain(path: string): boolean {
  return (BY_EXTENSION.get(extensionOf(path)) ?? 'text') === 'text';
}

/** The kind of a file: by its name, and by how it looks where the name does not say. */
export function kindOf(path: string, text: string, bytes: Uint8Array): SourceKind {
  const named = BY_EXTENSION.get(extensionOf(path));
  const packed = packedAs(bytes);
  if (packed && 'kind' in packed) return packed.kind;
  // A package that is damaged is what its name says.
  if (isZip(bytes)) return named !== undefined && isPackage(named) ? named : 'docx';
  if (
    /^(?:from|mime-version|subject|content-type|date):[\s\S]{0,2000}^content-type:\s*multipart\/related/im.test(
      text.slice(0, 4000),
    )
  )
    return 'mhtml';
  if (named !== undefined && !isPackage(named) && named !== 'text') return named;
  const head = text.slice(0, 20_000);
  if (/^\s*(?:<!doctype html|<html\b|<head\b|<body\b)/i.test(head)) return 'html';
  if (/^\s*[[{]/.test(head) && isJson(text)) return 'json';
  if (looksLikeMarkdown(head)) return 'markdown';
  if (looksLikeRst(head)) return 'rst';
  // A Word document that is none of these is damaged, or of an older Word.
  return named ?? 'text';
}

function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function looksLikeMarkdown(head: string): boolean {
  const headings = head.match(/^#{1,6} \S/gm)?.length ?? 0;
  const links = head.match(/\[[^\]\n]+\]\([^)\s]+\)/g)?.length ?? 0;
  const fences = head.match(/^```/gm)?.length ?? 0;
  return headings >= 2 || links >= 3 || (headings + links >= 1 && fences >= 2);
}

function looksLikeRst(head: string): boolean {
  return (
    /^\.\. (?:\w[\w-]*::|_[^\n:]+:)/m.test(head) ||
    ((head.match(/^[^\n]*\S[^\n]*\n(?:={4,}|-{4,}|~{4,})$/gm)?.length ?? 0) >= 3 && /``|`_\b/.test(head))
  );
}
