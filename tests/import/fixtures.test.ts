import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkImport, expectedFaults } from './check-documents.ts';
import { describeImport } from './describe-import.ts';
import { importFolder } from './import-folder.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/import/', import.meta.url));

describe('documents as people write them', () => {
  test.each(readdirSync(FIXTURES))('%s', async (name) => {
    const folder = join(FIXTURES, name);
    const imported = await importFolder(join(folder, 'input'));
    const { faults } = checkImport(name, imported);
    const said = `strict rule: ${faults.join('; ') || 'signed off'}\n${describeImport(imported)}`;
    await expect(said).toMatchFileSnapshot(join(folder, 'expected.txt'));
    expect(faults.join('\n'), 'faults').toBe(expectedFaults(folder));
    expect(imported.report.words.missingCount, 'words lost').toBe(0);
    const { handbook, files } = loadHandbook(
      imported.files.map(({ path, content }) => new VFile({ path, value: content })),
      { drafts: true },
    );
    const errors = files.flatMap((file) =>
      file.messages.filter(({ fatal }) => fatal === true).map((message) => `${file.path}:${message}`),
    );
    expect(errors).toEqual([]);
    expect(handbook?.chapters.flatMap(({ entries }) => entries).length).toBe(imported.report.counts.entries);
    expect(await importFolder(join(folder, 'input'))).toEqual(imported);
  });
});
