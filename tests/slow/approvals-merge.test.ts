import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf } from '../cli/temporary-folder.ts';

const octavo = (...args: readonly string[]) => runOctavo(args, process.cwd());

/** The small book with a page, a term and `review: { required: true }`, in a repository. */
async function reviewed(): Promise<string> {
  const book = await copyOf('small');
  const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
  await writeFile(
    join(book, 'handbook.yaml'),
    yaml.replace(/^chapters:/m, 'review: { required: true }\nfront: [preface]\nchapters:'),
  );
  await mkdir(join(book, 'front'), { recursive: true });
  await writeFile(join(book, 'front/preface.md'), '---\ntitle: Preface\n---\n\nRead this first.\n');
  await writeFile(
    join(book, 'glossary.yaml'),
    'terms:\n  - { id: due, term: due, definition: In a month. }\n',
  );
  await git(book, 'init', '--quiet', '--initial-branch', 'main');
  return book;
}

async function commit(book: string, message: string): Promise<void> {
  await git(book, 'add', '--all');
  await git(book, 'commit', '--quiet', '--message', message);
}

/** Ada approves on one branch and Grace on another, both of which are then merged. */
async function twoApprove(book: string, what: string): Promise<boolean> {
  await commit(book, 'The book');
  await git(book, 'switch', '--quiet', '--create', 'grace');
  expect((await octavo('approve', what, book, '--by', 'Grace')).code).toBe(0);
  await commit(book, 'Grace');
  await git(book, 'switch', '--quiet', 'main');
  expect((await octavo('approve', what, book, '--by', 'Ada')).code).toBe(0);
  await commit(book, 'Ada');
  return git(book, 'merge', '--quiet', '--message', 'Both', 'grace').then(
    () => true,
    () => false,
  );
}

async function names(book: string, subject: string): Promise<readonly string[]> {
  const text = await readFile(join(book, `approvals/${subject}.jsonl`), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { by: string }).by);
}

describe.skipIf(!HAS_GIT)('two people who approve the same thing on two branches', () => {
  test.each(['1', 'term/due', 'front/preface'])(
    'conflict, and "approve --merge" keeps both: %s',
    async (what) => {
      const book = await reviewed();
      expect(await twoApprove(book, what)).toBe(false);
      const conflict = await octavo('check', book);
      expect(conflict).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          /merge-finished .*\n {4}Two branches approved this\. Run "octavo approve --merge"/,
        ),
      });
      const merged = await octavo('approve', '--merge', book);
      expect(merged).toMatchObject({ code: 0, stderr: expect.stringContaining(`approvals/${what}.jsonl`) });
      await commit(book, 'Both');
      expect((await names(book, what)).toSorted()).toEqual(['Ada', 'Grace']);
      expect((await octavo('check', book)).code).toBe(0);
      // Both count, and the next one follows both.
      expect((await octavo('approve', what, book, '--by', 'Grace')).stderr).toContain(
        'already approved by Grace',
      );
      expect((await octavo('approve', what, book, '--by', 'Mary')).code).toBe(0);
      expect((await octavo('check', book)).code).toBe(0);
      expect((await octavo('approve', '--merge', book)).stderr).toBe(
        'no log of approvals holds a merge conflict\n',
      );
    },
  );

  test.each([
    ['1', 'Both'],
    ['1', undefined],
    ['term/due', 'Both'],
    ['front/preface', undefined],
  ])('merge without a conflict where .gitattributes is that of init: %s', async (what, before) => {
    const book = await reviewed();
    const made = join(book, '../made');
    expect((await octavo('init', made)).code).toBe(0);
    await cp(join(made, '.gitattributes'), join(book, '.gitattributes'));
    if (before) expect((await octavo('approve', what, book, '--by', before)).code).toBe(0);
    expect(await twoApprove(book, what)).toBe(true);
    expect((await names(book, what)).toSorted()).toEqual(['Ada', ...(before ? [before] : []), 'Grace']);
    expect((await octavo('check', book)).code).toBe(0);
    expect((await octavo('approve', what, book, '--by', 'Mary')).code).toBe(0);
    expect((await octavo('check', book)).code).toBe(0);
  });
});

test('where review is required it is of terms and prose pages too', async () => {
  const book = await reviewed();
  const open = async () => {
    const { stdout } = await octavo('check', book, '--reporter', 'json');
    return (JSON.parse(stdout) as { rule: string; path: string; line: number; reason: string }[])
      .filter(({ rule }) => rule === 'entry-approved')
      .map(({ path, line, reason }) => `${path.split('book/').at(-1)}:${line} ${reason}`);
  };
  expect(await open()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^front\/preface\.md:\d nobody has approved front\/preface$/),
      'glossary.yaml:2 nobody has approved term/due',
    ]),
  );
  const refused = await octavo('release', '1.0', book, '--allow-dirty', '--out', join(book, '../out'));
  expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('nobody has approved term/due') });
  const left = await octavo('list', '--unapproved', book, '--format', 'json');
  const rows = JSON.parse(left.stdout) as { number?: string; subject?: string; path: string; line: number }[];
  expect(rows.map(({ number, subject }) => number ?? subject)).toEqual([
    '1',
    '2',
    'front/preface',
    'term/due',
  ]);
  expect(rows.at(-1)).toMatchObject({
    path: expect.stringMatching(/glossary\.yaml$/),
    line: 2,
    title: 'due',
  });
  expect((await octavo('list', '--unapproved', book)).stdout).toMatch(/^front\/preface +Preface$/m);
  expect((await octavo('list', '--unapproved', book, '--format', 'csv')).stdout).toMatch(
    /^term\/due,,,,due,/m,
  );
  expect((await octavo('list', '--unapproved', book, '--text', 'small')).stdout).not.toContain(
    'front/preface',
  );
  expect((await octavo('approve', 'term/due,front/preface', book, '--by', 'Ada')).code).toBe(0);
  expect((await octavo('approve', '--all', book, '--by', 'Ada')).stderr).toContain('every entry is approved');
  expect(await open()).toEqual([]);
  // One word of the definition, and it is open again; so it is for the page.
  await writeFile(
    join(book, 'glossary.yaml'),
    'terms:\n  - { id: due, term: due, definition: In a week. }\n',
  );
  await writeFile(join(book, 'front/preface.md'), '---\ntitle: Preface\n---\n\nRead   this\nlast.\n');
  expect((await open()).map((line) => line.replace(/^\S+ /, '').replace(/ on .*/, ''))).toEqual([
    'front/preface was changed after Ada approved it',
    'term/due was changed after Ada approved it',
  ]);
  const unknown = await octavo('approve', 'term/duo', book, '--by', 'Ada');
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean term/due?') });
});
