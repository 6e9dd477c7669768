import { basename, join, relative, resolve } from 'node:path';
import type { Call } from '../../command-line/command.ts';
import type { InitOptions } from '../../commands.generated.ts';
import { namesIn } from '../../disk/read-file.ts';
import { readTree } from '../../disk/read-tree.ts';
import { writeNewFile } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { type Facts, factsOf } from './facts.ts';

const STARTER = join(PACKAGE_ROOT, 'static', 'starter');

/**
 * Files of these names are kept under others here: npm would leave them out of the package, and git would
 * heed them.
 */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['gitattributes', '.gitattributes'],
  ['gitignore', '.gitignore'],
]);

/** `octavo init`: writes a handbook that builds into a folder that is empty, apart from a `.git`. */
export async function init(
  { positionals: [given = ''], options }: Call<InitOptions>,
  io: Io,
): Promise<ExitCode> {
  const folder = resolve(io.cwd, given);
  const facts = factsOf({ ...options, folder: basename(folder), date: io.today() });
  const names = await namesIn(folder);
  if (names === 'file') misuse(`"${given}" is a file`, 'Give the name of a folder.');
  const others = names.filter((name) => name !== '.git');
  if (others.length > 0)
    misuse(
      `"${given}" is not empty: it holds ${others.slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''}`,
      'Give a new folder, or an empty one.',
    );
  const starter = await readTree(STARTER, io.cwd);
  for (const path of starter.paths) {
    const bytes = (await starter.read(path)) ?? new Uint8Array();
    const content = path.endsWith('.svg') ? bytes : fill(new TextDecoder().decode(bytes), facts);
    await writeNewFile(join(folder, RENAMED.get(path) ?? path), content);
  }
  const shown = relative(io.cwd, folder) || '.';
  io.stdout.write(`${shown}\n`);
  io.stderr.write(
    [
      `${facts.title}: a handbook of two chapters and six entries (${starter.paths.length} files)`,
      ...(shown === '.' ? [] : [`  cd ${shown}`]),
      '  npm install            # Octavo for this handbook, and the schemas for your editor',
      '  npx octavo build       # site, PDF, EPUB and JSON-LD',
      ...(options.iri === undefined ? ['set "iri" in handbook.yaml before the first release'] : []),
      '',
    ].join('\n'),
  );
  return EXIT.ok;
}

/**
 * Fills a file of the starter: `{{name}}` becomes the fact, and `{{name:quoted}}` the fact quoted for YAML
 * and JSON.
 */
function fill(text: string, facts: Facts): string {
  return text.replace(/\{\{(\w+)(:quoted)?\}\}/g, (_, name: string, quoted: string | undefined) => {
    const value = facts[name as keyof Facts];
    if (value === undefined) throw new Error(`the starter asks for "${name}", which is not known`);
    return quoted === undefined ? value : JSON.stringify(value);
  });
}
