import { readdirSync } from 'node:fs';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import type { DocsOptions, ServeOptions } from '../../commands.generated.ts';
import { ownHandbook } from '../../disk/own-files.ts';
import { type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { serveFolder } from '../serve/serve.ts';

/** How the handbook is served: the website alone, without what only its editors need. */
const SERVING = {
  to: ['html'],
  edition: undefined,
  drafts: false,
  lenient: false,
  'allow-code': false,
  reporter: 'pretty',
  'fail-on': 'error',
  quiet: true,
} as const;

/** What a word of the command line can be the name of, as the entries of the reference are called. */
const KINDS = ['', 'command-', 'setting-', 'front-matter-', 'rule-', 'file-'];

/**
 * `octavo docs`: shows the Octavo Handbook, at the entry that a word names, from the sources that lie in the
 * package. It needs no network, and ends when it is interrupted.
 */
export async function docs(call: Call<DocsOptions>, io: Io): Promise<ExitCode> {
  const { positionals, options } = call;
  const [topic = ''] = positionals;
  const root = ownHandbook();
  const page = topic === '' ? '' : `entry/${numberOf(topic, root)}/`;
  const serving: Call<ServeOptions>['options'] = {
    ...SERVING,
    port: options.port,
    open: io.stderr.isTTY,
    'no-color': Boolean(io.env.NO_COLOR),
  };
  return serveFolder(root, serving, io, page);
}

/** The number of the entry that a topic names. Fails with exit code 2 where none does. */
function numberOf(topic: string, root: string): string {
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const [, number = '', id = ''] = /[\\/](\d+)-([^\\/]+)\.md$/.exec(path) ?? [];
    return number === '' ? [] : [{ number, id }];
  });
  const wanted = topic.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const found =
    entries.find(({ number }) => number === topic) ??
    KINDS.flatMap((kind) => entries.filter(({ id }) => id === kind + wanted))[0];
  if (found) return found.number;
  const known = entries.map(({ id }) => id.replace(/^(?:command|setting|front-matter|rule|file)-/, ''));
  misuse(
    `the handbook has no entry "${topic}"${didYouMean(topic, known)}`,
    'Without a word, "octavo docs" shows the contents.',
  );
}
