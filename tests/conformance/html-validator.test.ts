import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withHistory } from '@octavo/press/history';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { LARDER, larderHistory } from '../contract/larder-history.ts';
import { REDLINED } from '../contract/redlined-book.ts';
import { CLIENTS } from './clients-folder.ts';
import { type BuiltSite, builtSite, missing } from './html-site.ts';

/** The Nu Html Checker: $VNU_JAR, or the npm package `vnu-jar` among the clients. */
function validator(): string | undefined {
  const named = process.env.VNU_JAR;
  if (named && existsSync(named)) return named;
  const installed = join(CLIENTS, 'node_modules/vnu-jar/build/dist/vnu.jar');
  if (existsSync(installed)) return installed;
  missing('vnu.jar', 'validity of HTML');
  return undefined;
}

const java = spawnSync('java', ['-version']).status === 0;
if (!java) missing('java', 'validity of HTML');
const jar = java ? validator() : undefined;

const BOOKS = [
  ...['kitchen-sink', 'clauses', 'numbers/rulebook/first', 'numbers/statute/first', 'numbered'].map(
    (name) => `tests/fixtures/${name}`,
  ),
  ...Object.values(FIELD_BOOKS),
  ...Object.keys(REDLINED),
  LARDER,
];
describe.skipIf(!jar).each(BOOKS)('the Nu Html Checker and the book %s', (name) => {
  let site: BuiltSite;
  beforeAll(async () => {
    const history = await larderHistory();
    const redlined = REDLINED[name];
    site = redlined
      ? await builtSite('tests/fixtures/kitchen-sink', redlined)
      : await builtSite(name, (handbook) => (name === LARDER ? withHistory(handbook, history) : handbook));
  });
  afterAll(() => site?.remove());

  it('finds no error on any page', () => {
    const args = ['-jar', jar ?? '', '--errors-only', '--skip-non-html', '--format', 'json', site.folder];
    const { messages } = JSON.parse(spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1e8 }).stderr) as {
      messages: { url: string; message: string; extract?: string }[];
    };
    expect(messages.map(({ url, message, extract }) => `${url}: ${message} ${extract}`)).toEqual([]);
  });
});
