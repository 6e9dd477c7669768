import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FORMAT_NAMES } from '../formats.ts';
import { PACKAGE_ROOT } from '../package-root.ts';

/** What is known of a rule: its page, or its line in a table of a package's README; Markdown, for people. */
export function readRulePage(rule: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(rule)) return undefined;
  const page = join(homeOf('core'), 'docs', 'rules', `${rule}.md`);
  if (existsSync(page)) return readFileSync(page, 'utf8');
  const subject = /^parity-(.+)/.exec(rule)?.[1];
  const tables = [
    join(PACKAGE_ROOT, 'README.md'),
    ...FORMAT_NAMES.map((name) => join(homeOf(name), 'README.md')),
    ...(subject === undefined ? [] : [join(homeOf('verify'), 'docs', 'subjects.md')]),
  ];
  for (const path of tables) {
    const line = readFileSync(path, 'utf8')
      .split('\n')
      .find((row) => row.startsWith('|') && row.split('|')[1]?.includes(`\`${subject ?? rule}\``));
    const cells = line?.split(/(?<!\\)\|/).slice(2, -1);
    if (cells) return `# ${rule}\n\n${cells.map((cell) => cell.trim()).join(': ')}\n`;
  }
  return undefined;
}

/** The folder of one of our packages. */
function homeOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@octavo/${name}/package.json`));
}
