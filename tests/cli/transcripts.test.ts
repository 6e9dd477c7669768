import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copyOf, temporaryFolder } from './temporary-folder.ts';
import { transcript } from './transcript.ts';

const FOLDER = fileURLToPath(new URL('transcripts/', import.meta.url));

/** Each file is what a person types and sees, in a copy of the fixture named on its first line. */
test.each(readdirSync(FOLDER).sort())('%s', async (name) => {
  const text = await readFile(`${FOLDER}${name}`, 'utf8');
  const [, fixture] = /^; in (?:a copy of (\S+)|an empty folder)\n/.exec(text) ?? [];
  const folder = fixture === undefined ? await temporaryFolder() : await copyOf(fixture);
  const said = await transcript(text, folder);
  await expect(said).toMatchFileSnapshot(`${FOLDER}${name}`);
});
