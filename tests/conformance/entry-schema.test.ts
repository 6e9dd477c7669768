import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entrySchema, schemaTools } from '@octavo/core';
import { type Exemplar, makeExemplars } from '@octavo/core/exemplars';
import { assemble, read } from '@octavo/core/read';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { KEYWORDS } from '../cli/keywords-book.ts';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { readFolder } from '../core/read-folder.ts';

const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const script = fileURLToPath(new URL('./entry-schema.py', import.meta.url));
const isThere = spawnSync(python, ['-c', 'import jsonschema']).status === 0;
const skip = !isThere && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: jsonschema is not installed (${python})`);

/** A book's schema as `octavo schema entry` prints it, with the front matter of its exemplars as YAML says it. */
interface Case {
  readonly schema: object;
  readonly exemplars: readonly Exemplar[];
  readonly values: readonly unknown[];
  /** Whether a fault lies in what is demanded of a chapter, which front matter does not name. */
  readonly isOfChapter: (exemplar: Exemplar) => boolean;
}

async function caseOf(files: readonly VFile[]): Promise<Case> {
  const tools = await schemaTools(files);
  const sources = read(files, { tools });
  const { exemplars } = makeExemplars(sources, tools);
  const { types, chapters = [] } = assemble(sources)?.handbook ?? {};
  const parsed = exemplars.flatMap((exemplar) => {
    const value = frontMatter(exemplar.text);
    return value === undefined ? [] : [[exemplar, value] as const];
  });
  return {
    schema: entrySchema(types, chapters.length),
    exemplars: parsed.map(([exemplar]) => exemplar),
    values: parsed.map(([, value]) => value),
    isOfChapter: ({ type, about: { keyword, field = '' } }) =>
      keyword === 'required' &&
      types?.types.find(({ name }) => name === type)?.required.includes(field) === false,
  };
}

/** Some faulty exemplars have no front matter, or none that is YAML. */
function frontMatter(text: string): unknown {
  const yaml = /^---\n([\s\S]*?\n)---\n/.exec(text)?.[1];
  try {
    return yaml === undefined ? undefined : parse(yaml);
  } catch {
    return undefined;
  }
}

test.skipIf(skip)(
  'ajv and jsonschema agree on 500 exemplars, and with Octavo',
  async () => {
    expect(isThere).toBe(true);
    const books = [KEYWORDS, ...Object.values(FIELD_BOOKS).map((folder) => readFolder(folder))];
    const cases: Case[] = [];
    for (const files of books) cases.push(await caseOf(files));
    const judged = cases.map(({ schema, values }) => {
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      return values.map((value) => validate(value));
    });
    const input = JSON.stringify(cases.map(({ schema, values }) => ({ schema, values })));
    const run = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1e8 });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual(judged);

    const all = cases.flatMap(({ exemplars, isOfChapter }, at) =>
      exemplars.map((exemplar, place) => ({
        ...exemplar,
        isValid: judged[at]?.[place],
        isBeyond:
          exemplar.about.keyword === 'format' ||
          exemplar.message?.ruleId !== 'schema-valid' ||
          isOfChapter(exemplar),
      })),
    );
    expect(all.length).toBeGreaterThanOrEqual(500);
    const sound = all.filter(({ kind }) => kind !== 'faulty');
    expect(sound.filter(({ isValid }) => !isValid).map(({ text }) => text)).toEqual([]);
    // Beyond a schema are formats, which are annotations, what chapters demand, and the rules of Octavo's own.
    const faulty = all.filter(({ kind }) => kind === 'faulty');
    const beyond = faulty.filter(({ isBeyond }) => isBeyond);
    const ofSchema = faulty.filter(({ isBeyond }) => !isBeyond);
    expect(ofSchema.filter(({ isValid }) => isValid).map(({ text }) => text)).toEqual([]);
    console.log(
      `${sound.length} sound, ${ofSchema.length} that a schema refuses, ${beyond.length} beyond a schema`,
    );
    expect(ofSchema.length).toBeGreaterThan(100);
    expect(beyond.length).toBeGreaterThan(100);
  },
  240_000,
);
