import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Format, Handbook } from '@octavo/core';
import { verify } from '@octavo/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture } from '../cli/temporary-folder.ts';
import { type Attack, reseal } from '../verify/attack.ts';
import { EPUB_ATTACKS } from '../verify/attacks-epub.ts';
import { HTML_ATTACKS } from '../verify/attacks-html.ts';
import { JSONLD_ATTACKS } from '../verify/attacks-jsonld.ts';
import { PDF_ATTACKS } from '../verify/attacks-pdf.ts';

const GROUPS: readonly (readonly [format: Format, attacks: readonly Attack[]])[] = [
  ['pdf', PDF_ATTACKS],
  ['epub', EPUB_ATTACKS],
  ['html', HTML_ATTACKS],
  ['jsonld', JSONLD_ATTACKS],
];

/** What is known not to be found, with the reason in docs/subjects.md; nothing else may be missed. */
const MISSED: readonly string[] = [];

/** Files that are the same in every handbook: the command hands the installed ones over. */
const SHARED =
  /^(?:schemas\/|context\/|static\/(?:octavo\.css|icon\.svg|early\.js|page\.js|search\.js|engine\.js|language\.js)$)/;

let folder = '';
let clean: ReadonlyMap<string, Uint8Array> = new Map();
let handbook: Handbook;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-attacks-'));
  const { code, stderr } = await runOctavo(
    ['build', fixture('parity'), '--out', join(folder, 'tree')],
    folder,
  );
  expect(code, stderr).toBe(0);
  const names = await readdir(join(folder, 'tree'), { recursive: true, withFileTypes: true });
  const paths = names
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(join(folder, 'tree').length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  clean = new Map(
    await Promise.all(
      paths.map(async (path) => [path, new Uint8Array(await readFile(join(folder, 'tree', path)))] as const),
    ),
  );
  handbook = JSON.parse(Buffer.from(clean.get('handbook.json') ?? []).toString()) as Handbook;
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('there are as many attacks as the suite promises, each with a name of its own', () => {
  const names = GROUPS.flatMap(([, attacks]) => attacks.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(129);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(GROUPS)('%s: with every sum made right again', (format, attacks) => {
  test('what was not touched has no difference, and a new seal makes none', async () => {
    const files = new Map(clean);
    reseal(files);
    const { differences } = await verify({ files, handbook, formats: formatsFor(format) });
    expect(differences.map(({ message }) => message)).toEqual([]);
  });

  test.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (name, attack) => {
    const files = new Map(clean);
    attack.spoil(files);
    reseal(files);
    const shipped = new Map([...clean].filter(([path]) => SHARED.test(path)));
    // Scripts and schemas are known by their bytes alone; a style sheet must be found out by what it does.
    const known = name.startsWith('static/octavo.css') ? {} : { shipped };
    const { differences } = await verify({ files, handbook, formats: formatsFor(format), ...known });
    expect(differences.length > 0, `${name} was ${differences.length > 0 ? 'found' : 'not found'}`).toBe(
      !MISSED.includes(name),
    );
  });
});

/** The pages of pages.json and of the EPUB are the PDF's. */
function formatsFor(format: Format): readonly Format[] {
  return format === 'html' ? ['pdf', 'html'] : [format];
}
