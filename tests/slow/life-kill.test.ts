import { cp, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixture } from '../cli/temporary-folder.ts';
import { octavo } from './octavo-process.ts';

/** Kills without warning of each command: 20, or as many as OCTAVO_KILLS says. */
const ROUNDS = Number(process.env.OCTAVO_KILLS ?? 6);

/** A small book of the data alone: 1.0, 1.1 and, on a line that does not know 1.2, the hotfix 1.0.1. */
let place: string;
const at = (...path: readonly string[]) => join(place, ...path);

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-life-'));
  await cp(fixture('small'), at('book'), { recursive: true, filter: (path) => !path.endsWith('.octavo') });
  const yaml = await readFile(at('book/handbook.yaml'), 'utf8');
  const release = async (book: string, out: string, version: string, month: number, more = '') => {
    const edition = `edition: { version: "${version}", date: 2026-0${month}-01${more} }\n`;
    await writeFile(
      at(book, 'handbook.yaml'),
      `${yaml.replace(/edition:[\s\S]*?(?=^chapters)/m, edition)}formats: [jsonld]\n`,
    );
    expect(await octavo(['release', version, at(book), '--out', at(out), '--quiet'])).toMatchObject({
      code: 0,
    });
  };
  await release('book', 'out', '1.0', 2);
  await release('book', 'out', '1.1', 3);
  await cp(at('book'), at('branch'), { recursive: true });
  await release('book', 'out', '1.2', 5);
  await release('branch', 'elsewhere', '1.0.1', 4, ', previous: "1.0"');
  await cp(at('book'), at('forked'), { recursive: true });
  await cp(at('branch/releases'), at('forked/releases'), { recursive: true });
}, 600_000);
afterAll(() => rm(place, { recursive: true, force: true }));

/** The files of a folder with their bytes. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((item) =>
    item.isFile(),
  );
  return new Map(
    await Promise.all(
      names
        .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
        .sort()
        .map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const),
    ),
  );
}

interface State {
  readonly ledger: ReadonlyMap<string, string>;
  readonly output: ReadonlyMap<string, string>;
  readonly latest: string;
}

async function stateOf(book: string, out: string): Promise<State> {
  return {
    ledger: await filesOf(join(book, 'releases')).catch(() => new Map()),
    output: await filesOf(join(out, '1.2')),
    latest: await readlink(join(out, 'latest')),
  };
}

test.each([
  ['retract', 'book', ['retract', '1.2', '--reason', 'Wrong.', '--files', 'notice', '--date', '2026-06-01']],
  ['ledger merge', 'forked', ['ledger', 'merge', '--handbook']],
  ['ledger recover', 'lost', ['ledger', 'recover', '--handbook']],
])(
  '%s, killed at any moment, leaves the old state or the new, and the next run finishes it',
  async (name, from, words) => {
    const [book, out] = [at('killed/book'), at('killed/out')];
    const args =
      name === 'retract'
        ? [...words, book, '--out', out]
        : [...words, book, ...(name.endsWith('recover') ? [out] : [])];
    const prepare = async (): Promise<void> => {
      await rm(at('killed'), { recursive: true, force: true });
      await cp(at(from === 'lost' ? 'book' : from), book, { recursive: true });
      await cp(at('out'), out, { recursive: true, verbatimSymlinks: true });
      if (from === 'lost') await rm(join(book, 'releases'), { recursive: true });
    };
    await prepare();
    const old = await stateOf(book, out);
    const started = performance.now();
    expect(await octavo(args)).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    const next = await stateOf(book, out);
    let killed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await prepare();
      // Most moments are at the end, where files are written.
      const share = round % 3 === 0 ? (round * 37) % 101 : 70 + ((round * 17) % 31);
      const { code } = await octavo(args, (now) => {
        setTimeout(now, (duration * share) / 100).unref();
      });
      if (code === null) killed++;
      const found = await stateOf(book, out);
      const where = `${name}, round ${round}`;
      // Every file of the ledger is whole: as it was, or as it will be.
      for (const [path, bytes] of found.ledger)
        if (!path.endsWith('.next')) expect(bytes, `${where}: ${path}`).toBe(next.ledger.get(path));
      for (const path of old.ledger.keys()) expect(found.ledger.has(path), `${where}: ${path}`).toBe(true);
      expect([old.latest, next.latest], where).toContain(found.latest);
      expect([[...old.output], [...next.output]], where).toContainEqual([...found.output]);
      expect(await octavo(args), where).toMatchObject({ code: 0 });
      const after = await stateOf(book, out);
      expect(after.ledger, where).toEqual(next.ledger);
      expect([...after.output.keys()], where).toEqual([...next.output.keys()]);
      expect(after.latest, where).toBe(next.latest);
    }
    console.info(`${name}: killed ${killed} of ${ROUNDS}`);
    expect(killed).toBeGreaterThan(ROUNDS / 3);
  },
  600_000 + ROUNDS * 60_000,
);
