import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

const ICON = readFileSync(join(fixture('parity'), 'assets', 'icon.png'));

/** A server of one image, one page and one file that is too large; the addresses that it was asked for. */
async function served(): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/spoon.png') response.end(ICON);
    else if (request.url === '/page.png') response.end('<html>This is no image.</html>');
    else if (request.url === '/large.png') response.end(Buffer.alloc(10_500_000));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return { address: `http://127.0.0.1:${port}`, asked };
}

const images = (address: string) =>
  ['spoon', 'page', 'large', 'none', 'spoon']
    .map((name) => `![A ${name}](${address}/${name}.png)`)
    .join('\n\n');

test('remote images are fetched on request alone, once each, and each is listed', async () => {
  const place = await temporaryFolder();
  const { address, asked } = await served();
  await writeFile(join(place, 'faq.md'), `## Is it shown?\n\n${images(address)}\n`);
  expect((await runOctavo(['import', 'faq.md', '--out', 'plain'], place)).code).toBe(0);
  expect(asked).toEqual([]);
  const { code, stderr } = await runOctavo(['import', 'faq.md', '--fetch-images', '--out', 'book'], place);
  expect(code).toBe(0);
  expect(asked).toEqual(['/spoon.png', '/page.png', '/large.png', '/none.png']);
  expect(stderr).toContain(`fetched ${address}/spoon.png (1 kB)`);
  expect(stderr).toContain(`not fetched: what is at ${address}/large.png is larger than 10 MB`);
  expect(stderr).toContain(`not fetched: ${address}/none.png answers 404 Not Found`);
  expect(readFileSync(join(place, 'book', 'assets', 'spoon.png'))).toEqual(ICON);
  expect(existsSync(join(place, 'book', 'assets', 'page.png'))).toBe(false);
  const entry = readFileSync(join(place, 'book', 'faq', '1-is-it-shown.md'), 'utf8');
  expect(entry).toContain('![A spoon](../assets/spoon.png)');
  expect(entry).toContain(`[A none](${address}/none.png)`);
  expect((await runOctavo(['check', 'book'], place)).code).toBe(0);
});
