import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
const s = spawn(process.execPath, ['/work/wt/serve/packages/cli/bin/octavo.js', 'serve', '/tmp/sv-book'], { stdio: ['ignore', 'inherit', 'pipe'] });
let said=''; const url = await new Promise(r => s.stderr.on('data', d => { said += d; const m=/http:\/\/127\S+/.exec(said); if (m) r(m[0]); }));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'] });
try {
const p = await b.newPage({ viewport: { width: 1100, height: 800 } });
await p.goto(url + 'entry/1/'); await p.waitForTimeout(2500);
await p.screenshot({ path: '/tmp/sv-1.png' });
const f='/tmp/sv-book/basics/1-what-is-this.md'; const t = await readFile(f,'utf8');
await writeFile(f, t + '\nTo [nothing](#nothing) and <script>alert(1)</script>.\n');
await p.waitForTimeout(2500); await p.screenshot({ path: '/tmp/sv-2.png' });
await p.setViewportSize({ width: 360, height: 700 }); await p.emulateMedia({ colorScheme: 'dark' }); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/sv-3.png' });
await writeFile(f, t);
await p.setViewportSize({ width: 1100, height: 800 }); await p.waitForTimeout(25000); await p.screenshot({ path: '/tmp/sv-4.png' });
} finally { await b.close(); s.kill('SIGINT'); await new Promise(r => s.on('exit', (c) => { console.log('exit', c); r(); })); console.log(said); }
