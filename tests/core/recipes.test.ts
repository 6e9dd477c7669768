import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../packages/core/src/rules/all-rules.generated.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The recipes of CONTRIBUTING.md, by title. */
const recipes = new Map(
  read('CONTRIBUTING.md')
    .split(/^## /m)
    .map((section) => [section.split('\n', 1)[0] ?? '', section]),
);

const sources = readdirSync(join(ROOT, 'packages')).flatMap((name) => {
  const folder = join(ROOT, 'packages', name, 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !one.name.includes('.generated.'))
    .map((one) => join(one.parentPath, one.name).slice(ROOT.length).replaceAll('\\', '/'));
});
const naming = (text: RegExp) => sources.filter((path) => text.test(read(path)));

/** Something that was added by its recipe: what stands for `<id>` and its like. */
const examples = {
  id: 'date-exists',
  file: 'entry',
  case: 'link-dangling',
  format: 'epub',
  name: 'build',
  tag: 'sv',
};

describe.each([...recipes].filter(([title]) => title.startsWith('Add ')))('the recipe "%s"', (_, recipe) => {
  test('names files and folders that are there', () => {
    const paths = [...recipe.matchAll(/`([\w@.-]+\/[\w@./<>-]*)`/g)].map(([, path = '']) => path);
    for (const path of paths.filter((one) => /^(?:packages|schemas|tests)\//.test(one))) {
      const real = path.replace(
        /<(\w+)>/g,
        (whole, key: string) => examples[key as keyof typeof examples] ?? whole,
      );
      expect(existsSync(join(ROOT, real)), path).toBe(true);
    }
  });
});

describe('a rule', () => {
  const rules = readdirSync(join(ROOT, 'packages/core/src/rules'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((id) => id in ALL_RULES);

  test.each(rules)('%s is in the files that the recipe lists', (id) => {
    expect(
      naming(new RegExp(`'${id}'`)).filter((path) => /^packages\/core\/src\/(?:message|rules)\//.test(path)),
    ).toEqual([]);
    expect(JSON.parse(read('packages/core/src/message/catalogue.json'))).toHaveProperty([id]);
    expect(existsSync(join(ROOT, `packages/core/docs/rules/${id}.md`))).toBe(true);
  });

  test('there are many of them', () => {
    expect(rules.length).toBeGreaterThan(30);
  });
});

describe('a field', () => {
  /** Read the date of an answer as well, for a sitemap, a head, a feed, or a book that comes back. */
  const dates =
    /^packages\/(?:core\/src\/rules|html\/src\/pages|jsonld\/src\/documents|verify\/src\/(?:tree|expected\/(?:vocabulary|expected-history))|import\/src\/own)/;

  test('that every format shows is in the files that the recipe lists', () => {
    const recipe = recipes.get('Add a schema field') ?? '';
    const named = naming(/\brevised\b/).filter((path) => !dates.test(path) && !path.includes('/message/'));
    expect(named).toEqual([
      'packages/core/src/model/entry-facts.ts',
      'packages/jsonld/src/resources/entry-resource.ts',
      'packages/verify/src/expected/expected-book.ts',
    ]);
    for (const path of named) expect(recipe).toContain(path);
  });
});

describe('a format', () => {
  test.each(['html', 'pdf', 'epub', 'jsonld'])(
    '%s is named by the one table, and its package by no other file',
    (name) => {
      const others = (paths: readonly string[]) =>
        paths.filter((path) => !path.startsWith(`packages/${name}/`));
      expect(others(naming(new RegExp(`'@octavo/${name}'`))).sort()).toEqual([
        // What is served is the site, made page by page.
        ...(name === 'html' ? ['packages/cli/src/commands/serve/live-book.ts'] : []),
        'packages/cli/src/formats.ts',
      ]);
      expect(read('packages/verify/src/verify.ts')).toContain(`    ${name}: async () =>`);
    },
  );
});
