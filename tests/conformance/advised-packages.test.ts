import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);

/** Whether npm installs a package in a folder; says so aloud where the registry is out of reach. */
async function installs(name: string, folder: string): Promise<boolean> {
  try {
    await run('npm', ['install', name, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    return true;
  } catch (error) {
    const words = `${name} could not be installed: ${String((error as { stderr?: string }).stderr)}`;
    if (process.env.OCTAVO_REQUIRE_ALL === '1' || /E404/.test(words)) throw new Error(words);
    console.warn(words);
    return false;
  }
}

// Scripts whose fonts are not among our own devDependencies; packages/pdf/test/fonts.test.ts looks into those.
test.each([
  ['Kannada', 'ಮಕ್ಕಳು ಶಾಲೆಯಲ್ಲಿ ಕನ್ನಡ ಕಲಿಯುತ್ತಾರೆ.'],
  ['Cherokee', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ'],
  ['Javanese', 'ꦧꦱꦗꦮ'],
])(
  'a document in %s is built once the package is installed that the message names, as it says',
  async (script, words) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'FAQ.md'), `# FAQ\n\n## What is it?\n\n${words}\n`);
    const build = ['build', '--to', 'pdf', '--out', 'out', 'FAQ.md'];
    const refused = await runOctavo(build, folder);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`(${script})`);
    const [, name = ''] = /npm install ([^\s;)]+)/.exec(refused.stderr) ?? [];
    if (await installs(name, folder)) expect(await runOctavo(build, folder)).toMatchObject({ code: 0 });
  },
  120_000,
);
