import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handbook } from '@octavo/core';
import { runOctavo } from '../cli/run-octavo.ts';
import { loadBack, withoutPlaces } from './load-back.ts';

/** The numbers of a handbook with what an edition promises of each. */
function promises({ chapters, iri, topics, types }: Handbook, outward: ReadonlySet<string>) {
  return {
    iri,
    types,
    topics: topics.map(({ id }) => id),
    entries: chapters.flatMap(({ id: chapter, entries }) =>
      entries.map((entry) => {
        const { number, id, status, topics: about, related, aliases, replacedBy, type, fields } = entry;
        const print = outward.has(number) ? {} : { fingerprint: entry.fingerprint };
        const own = withoutPlaces({ type, fields }) as object;
        return { number, id, chapter, status, about, related, aliases, replacedBy, ...own, ...print };
      }),
    ),
  };
}

/** One file of each kind that a build writes, by what it is called in its folder; `.` is the folder itself. */
function filesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  const one = (form: RegExp) => names.find((name) => form.test(name)) ?? `${form}`;
  return [
    '.',
    'handbook.json',
    'index.html',
    one(/^entry\/[^/]+\/index\.html$/),
    one(/^entry\/[^/]+\.md$/),
    one(/^entry\/[^/]+\.jsonld$/),
    one(/^(?!handbook|glossary|topics|release)[^/]+\.jsonld$/),
    one(/^[^/]+\.epub$/),
    one(/^[^/]+\.pdf$/),
  ];
}

/** Builds a book in all formats, and imports it again from one file of each: what each promises, and the book itself. */
export async function builtAndBack(folder: string): Promise<{
  readonly given: unknown;
  readonly back: ReadonlyMap<string, unknown>;
  /** What is said of each file when it is imported from another folder, and what comes back of it. */
  readonly alone: ReadonlyMap<string, { readonly said: string; readonly promised: unknown }>;
}> {
  const place = mkdtempSync(join(tmpdir(), 'octavo-back-'));
  const run = async (...argv: string[]) => {
    const { code, stderr } = await runOctavo(argv, place);
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  };
  try {
    await run('build', folder, '--out', join(place, 'built'), '--quiet');
    const given = JSON.parse(readFileSync(join(place, 'built', 'handbook.json'), 'utf8')) as Handbook;
    // Links to entries of other handbooks need those books' inventories, which are not in the build.
    const outward = new Set(
      given.chapters.flatMap(({ entries }) =>
        entries
          .filter(({ answer }) => JSON.stringify(answer).includes('"entry":{"handbook"'))
          .map(({ number }) => number),
      ),
    );
    const back = new Map<string, unknown>();
    const alone = new Map<string, { said: string; promised: unknown }>();
    for (const [at, name] of filesOf(join(place, 'built')).entries()) {
      const out = join(place, `back-${at}`);
      await run('import', join('built', name), '--out', out, '--quiet');
      const handbook = await loadBack(out);
      back.set(name, handbook && promises(handbook, outward));
      if (name === '.' || name === 'handbook.json') continue;
      const moved = join(place, 'moved', name.replaceAll('/', '-'));
      cpSync(join(place, 'built', name), moved);
      const home = join(place, `alone-${at}`);
      const { code, stderr } = await runOctavo(['import', moved, '--out', home], place);
      const read = code === 0 ? await loadBack(home) : undefined;
      alone.set(name, { said: `${code}: ${stderr}`, promised: read && promises(read, outward) });
    }
    return { given: promises(given, outward), back, alone };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
