import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referenceOnDisk } from '../../scripts/reference.mjs';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { Terminal } from './terminal.ts';

const BOOK = fileURLToPath(new URL('../../content/octavo-handbook/', import.meta.url));

/** A fence with its info string and what is in it. */
const FENCE = /^(`{3,})([^\n]*)\n([\s\S]*?)^\1$/gm;

const generated = referenceOnDisk();
const examples = readdirSync(BOOK, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[a-z-]+\/\d[^/]*\.md$/.test(path) && !generated.has(path))
  .filter((path) => readFileSync(`${BOOK}${path}`, 'utf8').includes('```console\n'))
  .sort();

/**
 * An entry's `console` blocks are what a person types and sees, one after the other, in a handbook that `octavo
 * init my-handbook` has made, or in an empty folder where the entry itself begins a handbook. A block with a
 * title is a file that is written in between.
 */
test.each(examples)(
  'the examples of %s do what they show',
  async (path) => {
    const text = readFileSync(`${BOOK}${path}`, 'utf8');
    const terminal = new Terminal(await temporaryFolder());
    const [first = ''] = /^\$ .*/m.exec(text) ?? [];
    if (!/^\$ (octavo (init|import) |mkdir )/.test(first)) {
      await runOctavo(['init', 'my-handbook'], terminal.path('.'));
      await terminal.run('cd my-handbook');
    }
    let done = '';
    let end = 0;
    for (const fence of text.matchAll(FENCE)) {
      const [whole, ticks, info = '', content = ''] = fence;
      done += text.slice(end, fence.index);
      end = fence.index + whole.length;
      const [, title] = /title="([^"]+)"/.exec(info) ?? [];
      if (title !== undefined && !/\bshown\b/.test(info)) {
        mkdirSync(dirname(terminal.path(title)), { recursive: true });
        writeFileSync(terminal.path(title), content);
      }
      if (info !== 'console') {
        done += whole;
        continue;
      }
      const lines: string[] = [];
      for (const line of content.split('\n').filter((line) => line.startsWith('$ ')))
        lines.push(line, ...(await terminal.run(line.slice(2))));
      done += [`${ticks}console`, ...lines, ticks].join('\n');
    }
    await expect(done + text.slice(end)).toMatchFileSnapshot(`${BOOK}${path}`);
  },
  300_000,
);
