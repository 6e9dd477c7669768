import type { PrintedPage } from '@octavo/core';
import type { SoundFolder } from '../../load-sound.ts';
import { table } from '../../table.ts';
import type { BuiltTrail, SourceTrail, Trail } from './trail.ts';

interface Shown {
  readonly source: Pick<SoundFolder, 'prefix'> | undefined;
  /** Of the build, from the current folder. */
  readonly folder: string;
}

/** Formats a trail for people: a line for each place, with its kind in front. */
export function trailText({ number, question, source, built, iri, status }: Trail, shown: Shown): string {
  const prefix = shown.source?.prefix ?? '';
  const head = `${number}  ${question}${status === 'active' ? '' : ` (${status})`}`;
  const rows = [
    ['address', iri],
    ...sourceRows(source, prefix),
    ...(built ? builtRows(built, shown.folder) : [['built', 'not there: "octavo build" builds it']]),
  ];
  return `${[head, ...table(rows, { indent: 2 })].join('\n')}\n`;
}

function sourceRows(
  { path, line, commit, sha256, fingerprint, through }: SourceTrail,
  prefix: string,
): string[][] {
  const placed = (at: string, on: number) => `${prefix === '' ? at : `${prefix}/${at}`}:${on}`;
  return [
    ['source', placed(path, line)],
    ...(through ?? []).map(({ name, path: at, line: on }, index) => [
      index === 0 ? 'through' : '',
      name === at ? placed(at, on) : `${name} of ${placed(at, on)}`,
    ]),
    ['commit', commit ?? 'none that has the file as it is'],
    ...(sha256 === null ? [] : [['sha256', sha256]]),
    ['fingerprint', fingerprint],
  ];
}

function builtRows(
  { edition, current, html, pdf, epub, jsonld, others }: BuiltTrail,
  folder: string,
): string[][] {
  const stale = current === false ? '; the source has changed since' : '';
  const several = (name: string, places: readonly string[]) =>
    places.length === 0 ? [[name, 'not built']] : places.map((place, at) => [at === 0 ? name : '', place]);
  const pages = pdf && pdf.pages.length > 0 ? `, ${pageRange(pdf.pages)}` : '';
  const places: Readonly<Record<string, readonly string[]>> = {
    html,
    pdf: pdf ? [`${pdf.file}#${pdf.destination}${pages}`] : [],
    epub: epub ? [`${epub.file}, ${epub.document}#${epub.id}`] : [],
    jsonld,
    ...others,
  };
  return [
    ['built', `${folder}, edition ${edition.version} of ${edition.date}${stale}`],
    ...Object.entries(places).flatMap(([name, found]) => several(name, found)),
  ];
}

/** `p. 57`, `p. 57 to 59`. */
function pageRange(pages: readonly string[]): string {
  return pages.length === 1 ? `p. ${pages[0]}` : `p. ${pages[0]} to ${pages.at(-1)}`;
}

/** Says what a page begins with, for people. */
export function pageText({ label, begins, entries }: PrintedPage): string {
  const what =
    begins.kind === 'entry'
      ? begins.id
      : `${begins.kind === 'matter' ? '' : `the ${begins.kind} `}"${begins.id}"`;
  const how = begins.head ? 'begins with' : 'begins within';
  const none = entries.length === 0 ? '; no entry stands on it' : '';
  return `page ${label} ${how} ${what}${none}\n${entries.length === 0 ? '' : '\n'}`;
}
