import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadHandbook, prosePages, walk } from '@octavo/core';
import { type Imported, importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { runOctavo } from '../cli/run-octavo.ts';
import { importFolder } from './import-folder.ts';
import { markupLeft } from './markup-left.ts';

/** What the strict rule says of one document; a fault is what a publisher would not sign off. */
export interface Checked {
  readonly document: string;
  readonly entries: number;
  readonly wordsLost: number;
  readonly links: string;
  readonly markup: readonly string[];
  readonly numbers: string;
  readonly exit: number | undefined;
  readonly faults: readonly string[];
  /** The faults are those that the document has by intent, by the `unsigned.txt` beside it: it is hostile, or half empty. */
  readonly expected?: boolean;
}

/** Holds an import against the strict rule: entries, words, links, markup left over, numbers, soundness. */
export function checkImport(document: string, { files, report }: Imported, exit?: number): Checked {
  const loaded = loadHandbook(
    files.map(
      ({ path, content }) =>
        new VFile({ path, value: typeof content === 'string' ? new TextEncoder().encode(content) : content }),
    ),
    { drafts: true },
  );
  const errors = loaded.files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === true));
  const { handbook } = loaded;
  const bodies = [
    ...(handbook?.chapters ?? []).flatMap(({ entries }) =>
      entries.map(({ question, answer, footnotes }) => [...question, ...answer, ...footnotes]),
    ),
    ...(handbook ? prosePages(handbook) : []).map(({ body, footnotes }) => [...body, ...footnotes]),
  ];
  const texts = bodies.map((nodes) =>
    [...walk(nodes)].map((node) => (node.type === 'text' ? node.value : '\n')).join(''),
  );
  const markup = [...new Set(texts.flatMap((text) => markupLeft(text)))];
  const { entries, numbers, links } = report.counts;
  const unanswered = report.drafts ? 0 : report.counts.missingAnswers;
  const faults = [
    ...(entries === 0 ? ['no entry'] : []),
    ...(report.words.missingCount > 0 ? [`${report.words.missingCount} words lost`] : []),
    ...(errors.length > 0 ? [`${errors.length} errors of the product's own rules`] : []),
    ...(unanswered > entries * 0.2 ? [`${unanswered} of ${entries} without an answer`] : []),
    ...(markup.length > 0 ? [`markup left over: ${markup.slice(0, 3).join(' ')}`] : []),
    // Numbers that begin again in every chapter are composed with the chapter's.
    ...(numbers.changed > numbers.kept && !report.findings.some(({ kind }) => kind === 'number-restarts')
      ? ['more numbers changed than kept']
      : []),
    ...(exit === undefined || exit === 0 ? [] : [`exit code ${exit}`]),
  ];
  return {
    document,
    entries,
    wordsLost: report.words.missingCount,
    links: `${links.entries}/${links.addresses}/${links.text}`,
    markup,
    numbers: `${numbers.kept}/${numbers.changed}/${numbers.given}`,
    exit,
    faults,
  };
}

/** The documents of a folder: each file of it, or each folder below it, is one. `build` also builds its four formats. */
export async function checkDocuments(folder: string, build: boolean): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const name of readdirSync(folder).sort()) {
    const given = join(folder, name);
    const inner = statSync(given).isDirectory() ? join(given, 'input') : given;
    const path = statSync(given).isDirectory() && readdirSync(given).includes('input') ? inner : given;
    const imported = statSync(path).isDirectory() ? await importFolder(path) : await importFile(path, name);
    const place = build ? mkdtempSync(join(tmpdir(), 'octavo-import-')) : undefined;
    const exit =
      place === undefined
        ? undefined
        : (await runOctavo(['build', path, '--out', join(place, 'book'), '--quiet'], place)).code;
    if (place) rmSync(place, { recursive: true, force: true });
    const one = checkImport(relative(folder, given), imported, exit);
    checked.push({
      ...one,
      expected: one.faults.length > 0 && one.faults.join('\n') === expectedFaults(given),
    });
  }
  return checked;
}

/** The faults that a document has by intent, a line each. */
export function expectedFaults(folder: string): string {
  const file = join(folder, 'unsigned.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

function importFile(path: string, name: string): Promise<Imported> {
  const asset = (image: string) => {
    const full = join(path, '..', image);
    return existsSync(full) ? readFileSync(full) : undefined;
  };
  return importSource([{ path: name, bytes: readFileSync(path) }], name, { asset });
}

/** The rows of a table for the terminal, and what was signed off. */
export function tableOf(checked: readonly Checked[]): string {
  const rows = checked.map(
    ({ document, entries, wordsLost, links, markup, numbers, exit, faults, expected }) =>
      [
        document,
        entries,
        wordsLost,
        links,
        markup.length,
        numbers,
        exit ?? '-',
        faults.length === 0 ? 'signed off' : `${expected ? 'refused as expected: ' : ''}${faults.join('; ')}`,
      ].join(' | '),
  );
  const good = checked.filter(({ faults, expected }) => faults.length === 0 || expected).length;
  return [
    '| document | entries | words lost | links: entries/addresses/text | markup left | numbers: kept/changed/given | exit | |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `${good} of ${checked.length} are right: signed off, or refused as expected`,
    '',
  ].join('\n');
}
