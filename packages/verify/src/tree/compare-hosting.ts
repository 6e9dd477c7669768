import type { Manifest } from '@octavo/core';
import type { DocumentFacts } from './documents.ts';
import { readText } from './tree-files.ts';

/** Rules that forward a request, run something, or rewrite or refuse what is asked for. */
const RUNS =
  /\b(?:proxy_pass|reverse_proxy|fastcgi_pass|php_fastcgi|sub_filter|add_before_body|add_after_body|templates|exec|alias|auth_basic|deny)\b/;

/**
 * Checks that the rules for web servers name no other host and give each kind of file the type that the
 * manifest gives it.
 */
export async function compareHosting({ findings, files, book }: DocumentFacts): Promise<void> {
  const host = new URL(book.handbook.iri).host;
  const list = await readText(files, 'manifest.json');
  const types = new Map<string, Set<string>>();
  for (const { path, mediaType } of list === undefined
    ? []
    : ((JSON.parse(list) as Partial<Manifest>).files ?? [])) {
    const ending = path.slice(path.lastIndexOf('.') + 1);
    types.set(ending, (types.get(ending) ?? new Set()).add(mediaType.split(';')[0] ?? ''));
  }
  for (const file of ['_headers', ...files.paths.filter((path) => path.startsWith('hosting/'))]) {
    const text = await readText(files, file);
    if (text === undefined) continue;
    const own = findings.about({ part: 'hosting', file });
    const rules = text.replace(/^\s*#.*$/gm, '');
    const hosts = [...rules.matchAll(/\bhttps?:\/\/([^\s/;"']+)/g)].map(([, name = '']) => name);
    const other = hosts.find((name) => name !== host);
    own.holds('documents', other === undefined, host, other ?? '', `${file} names the host ${other}`);
    const runs = RUNS.exec(rules)?.[0];
    own.none('documents', runs, `${file} has the rule ${runs}`);
    for (const [ending, type] of typesIn(rules)) {
      const wanted = types.get(ending);
      const is = wanted === undefined || wanted.has(type);
      const reason = `${file} gives .${ending} the type ${type}`;
      own.holds('documents', is, [...(wanted ?? [])].join(', '), type, reason);
    }
  }
}

function typesIn(rules: string): readonly (readonly [ending: string, type: string])[] {
  const headers = [...rules.matchAll(/^\S*\*\.(\w+)\n(?: {2}\S.*\n)*? {2}Content-Type: ([\w/+.-]+)/gm)];
  const types = [...rules.matchAll(/^\s+([\w-]+\/[\w+.-]+) ([\w ]+);$/gm)].flatMap(
    ([, type = '', endings = '']) => endings.split(' ').map((ending) => [ending, type] as const),
  );
  return [...headers.map(([, ending = '', type = '']) => [ending, type] as const), ...types];
}
