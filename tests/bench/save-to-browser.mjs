/**
 * How long a save takes until the browser shows it:
 * `node tests/bench/save-to-browser.mjs <handbook> <entry file in it> <page> [saves]`.
 * From just before the file is written to the frame that shows the new text in a headless Chromium,
 * with `octavo serve --to html` as it is installed. The file is put back.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [folder, file, page, saves = '12'] = process.argv.slice(2);
const bin = new URL('../../packages/cli/bin/octavo.js', import.meta.url).pathname;
const path = join(folder, file);
// Before anything is started: a file that is not there is said at once.
const original = await readFile(path, 'utf8');
const server = spawn(process.execPath, [bin, 'serve', folder, '--to', 'html'], {
  stdio: ['ignore', 'inherit', 'pipe'],
});
const address = await new Promise((resolve) => {
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
    const found = /http:\/\/127\S+/.exec(said);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const tab = await browser.newPage();
  await tab.addInitScript(() => {
    addEventListener('DOMContentLoaded', () =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          globalThis.shownAt = Date.now();
        }),
      ),
    );
  });
  await tab.goto(address + page);
  const times = [];
  for (let save = 1; save <= Number(saves); save++) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const mark = `Saved for the ${save}th time at ${Date.now()}.`;
    const started = Date.now();
    await writeFile(path, `${original}\n${mark}\n`);
    await tab.waitForFunction((text) => globalThis.shownAt && document.body.textContent.includes(text), mark);
    times.push((await tab.evaluate(() => globalThis.shownAt)) - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  console.log(
    `save to browser, ms: ${times.join(' ')}\nmedian ${sorted[sorted.length >> 1]}, least ${sorted[0]}, most ${sorted.at(-1)}`,
  );
} finally {
  await writeFile(path, original);
  await browser.close();
  server.kill('SIGINT');
}
