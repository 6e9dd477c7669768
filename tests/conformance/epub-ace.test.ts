import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CLIENTS, skipsClient } from './clients-folder.ts';
import { CHROMIUM, epubsToTry, lacks } from './epub-workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'octavo-ace-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': string };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly { readonly 'earl:test': { readonly 'dct:title': string } }[];
  }[];
}

/** Ace waits five seconds for its browser, which a busy machine may not manage the first time. */
function runAce(file: string, out: string, attempts = 4): string {
  const { stdout, stderr } = spawnSync(join(CLIENTS, 'node_modules/.bin/ace-cli'), ['-f', '-o', out, file], {
    encoding: 'utf8',
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: CHROMIUM ?? '' },
  });
  const words = `${stdout}${stderr}`;
  return words.includes('waiting for the WS endpoint') && attempts > 1
    ? runAce(file, out, attempts - 1)
    : words;
}

describe.skipIf(skipsClient('@daisy/ace-cli') || lacks(CHROMIUM, 'Chromium'))('Ace by DAISY', () => {
  it('finds no violation in either handbook', { timeout: 600_000 }, async () => {
    for (const { name, epub } of await epubsToTry()) {
      const file = join(folder, `${name}.epub`);
      const out = join(folder, name);
      writeFileSync(file, epub);
      const words = runAce(file, out);
      if (!existsSync(join(out, 'report.json'))) throw new Error(`Ace made no report of ${name}: ${words}`);
      const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
      const violations = report.assertions.flatMap((document) =>
        document.assertions.map(
          (item) => `${document['earl:testSubject'].url}: ${item['earl:test']['dct:title']}`,
        ),
      );
      expect(violations, name).toEqual([]);
      expect(report['earl:result']['earl:outcome'], name).toBe('pass');
    }
  });
});
