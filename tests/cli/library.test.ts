import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openHandbook } from '@octavo/cli/node';
import { FORMAT as html } from '@octavo/html';
import { memoryStage, press } from '@octavo/press';
import { expect, test } from 'vitest';
import { libraryExample } from './library-example.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

async function copied(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(fixture('small'), join(folder, 'my-handbook'), { recursive: true });
  return folder;
}

test('the ten lines of the README press a handbook', async () => {
  const lines = await libraryExample();
  expect(lines.trim().split('\n').length).toBeLessThanOrEqual(10);
  const home = await copied();
  await symlink(join(process.cwd(), 'tests/node_modules'), join(home, 'node_modules'));
  await writeFile(join(home, 'press.mjs'), lines);
  await run(process.execPath, ['press.mjs'], { cwd: home });
  const sums = await readFile(join(home, 'public/SHA256SUMS'), 'utf8');
  expect(sums).toContain('  index.html\n');
  expect(sums).toContain('  small.epub\n');
  await run('sha256sum', ['--quiet', '--check', 'SHA256SUMS'], { cwd: join(home, 'public') });
  // And again, over what is there.
  await run(process.execPath, ['press.mjs'], { cwd: home });
  expect(await readFile(join(home, 'public/SHA256SUMS'), 'utf8')).toBe(sums);
});

test('a program may keep the files in memory: the same bytes, nothing on the disk', async () => {
  const home = await copied();
  const book = await openHandbook(join(home, 'my-handbook'));
  const ports = await book.ports(join(home, 'public'));
  const stage = memoryStage();
  const { formats, written, messages } = await press(book.handbook, [html], { ...ports, stage }, book);
  await ports.stage.discard();
  expect(messages).toEqual([]);
  expect(formats).toEqual([html]);
  expect([...stage.files.keys()].sort()).toEqual([...written.keys(), 'SHA256SUMS'].sort());
  expect(new TextDecoder().decode(stage.files.get('index.html'))).toContain('A Small Handbook');
  await expect(readFile(join(home, 'public/index.html'))).rejects.toThrow('ENOENT');
});

test('what is wrong is thrown with every place, and a folder of something else is left alone', async () => {
  const home = await copied();
  const folder = join(home, 'my-handbook');
  const book = await openHandbook(folder);
  await mkdir(join(home, 'photos'));
  await writeFile(join(home, 'photos/summer.jpg'), 'sun');
  await expect(book.ports(join(home, 'photos'))).rejects.toThrow('holds no earlier build');
  await expect(book.ports(folder)).rejects.toThrow('would overwrite the handbook');
  const first = await book.ports(join(home, 'public'));
  await expect(book.ports(join(home, 'public'))).rejects.toThrow(/another build|is building/);
  await first.stage.discard();
  await (await book.ports(join(home, 'public'))).stage.discard();
  await writeFile(join(folder, 'handbook.yaml'), 'id: [\nlanguage: xx-\n');
  const thrown = await openHandbook(folder).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(AggregateError);
  expect((thrown as AggregateError).errors.length).toBeGreaterThan(0);
  expect((thrown as AggregateError).message).toMatch(/handbook\.yaml:\d+:\d+ /);
  await expect(openHandbook(join(home, 'nothing'))).rejects.toThrow('there is no folder');
});
