import { asPreview, type Format, type Handbook, type Ledger, type Manifest } from '@octavo/core';
import { historyOf, recordedHistory, withHistory } from '@octavo/press/history';
import { chooseFormats, formatsOf } from '../../choose-formats.ts';
import type { VerifyOptions } from '../../commands.generated.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import type { BookTree } from '../../disk/read-tree.ts';
import { EXIT, fail, misuse } from '../../exit-code.ts';
import { FORMAT_NAMES, loadFormats } from '../../formats.ts';
import type { Io } from '../../io.ts';
import { loadFolder } from '../../load.ts';
import { othersOf } from '../../pressing/others-of.ts';
import { readDocument } from '../../pressing/read-document.ts';
import { publishedWords } from '../../release/leak-messages.ts';
import { toldHistory } from '../../release/told-history.ts';
import { type WholeBook, wholeBook } from '../../release/whole-book.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';

/** The handbook that a built folder is compared with, and the formats to compare. */
export interface Build {
  readonly handbook: Handbook;
  readonly formats: readonly Format[];
  /** The version of Octavo that made it. */
  readonly generator: string;
  /** The formats from outside Octavo, by name. */
  readonly others: ReturnType<typeof othersOf>;
  /** What was released before, where the sources are at hand. */
  readonly released?: ReturnType<typeof recordedHistory>;
  /** The book that an edition is made of, and what is put before the paths of its files. */
  readonly whole?: WholeBook;
  /** What the ledger of the edition keeps of the words of its releases. */
  readonly published?: unknown;
  readonly ledger?: Ledger;
  readonly prefix?: string;
}

/** Reads what the folder says about itself, and the handbook it is to be compared with. */
export async function readBuild(
  tree: BookTree,
  folder: string,
  options: VerifyOptions,
  io: Io,
): Promise<Build> {
  if (options.edition !== undefined && options.source === undefined)
    misuse('an edition is compared with the book that it is made of', 'Give that with --source <folder>.');
  if (!tree.paths.includes(`${tree.folder}manifest.json`)) {
    const source = tree.paths.includes('handbook.yaml');
    fail(
      EXIT.usage,
      `"${folder}" is no build: there is no manifest.json in it`,
      source
        ? `It is a handbook: "octavo build ${folder}" makes the folder to verify.`
        : 'Give the folder that octavo build or octavo release made.',
    );
  }
  const manifest = await readDocument<Manifest>(tree, `${tree.folder}manifest.json`, 'manifest');
  const formats = manifest.formats.filter((format) => options.to?.includes(format) ?? true);
  chooseFormats(options.to, namesOf([...FORMAT_NAMES, ...manifest.formats]));
  if (formats.length === 0) {
    const built = manifest.formats.join(', ') || 'none';
    fail(
      EXIT.usage,
      `"${folder}" has none of ${(options.to ?? FORMAT_NAMES).join(', ')}`,
      `It was built with ${built}.`,
    );
  }
  const handbook =
    options.source === undefined
      ? await builtHandbook(tree, folder)
      : await sourceHandbook(options.source, formats, options, io);
  const { book, ...more } = 'book' in handbook ? handbook : { book: handbook, others: [] };
  // The source does not say whether it was built or released; handbook.json does.
  const isPreview = options.source !== undefined && manifest.stage === 'preview';
  const generator = manifest.generator.version;
  return { handbook: isPreview ? asPreview(book) : book, formats, generator, ...more };
}

function namesOf(names: readonly string[]): readonly { readonly name: string }[] {
  return [...new Set(names)].map((name) => ({ name }));
}

async function builtHandbook(tree: BookTree, folder: string): Promise<Handbook> {
  const path = `${tree.folder}handbook.json`;
  if (tree.paths.includes(path)) return readDocument<Handbook>(tree, path, 'handbook-document');
  const note = 'Give the handbook it was built from with --source <folder>.';
  fail(EXIT.content, `there is no handbook.json in "${folder}" to compare with`, note);
}

async function sourceHandbook(
  source: string,
  formats: readonly string[],
  options: VerifyOptions,
  io: Io,
): Promise<
  { readonly book: Handbook } & Pick<
    Build,
    'others' | 'released' | 'whole' | 'published' | 'ledger' | 'prefix'
  >
> {
  const loaded = await loadFolder(source, options, io);
  const to = formats.every((name) => FORMAT_NAMES.includes(name)) ? [] : undefined;
  const chosen = await formatsOf(loaded, { ...options, to });
  const all =
    options.edition === undefined ? loaded : await loadFolder(source, { ...options, edition: undefined }, io);
  const past = await toldHistory(loaded, all === loaded ? undefined : all.handbook);
  const history = past && loaded.handbook && historyOf(loaded.handbook.edition, past, { own: true });
  // Without the whole book nobody knows what the edition must not say.
  const whole = wholeBook(all, options.edition ?? '');
  if (loaded.handbook && whole && past && history && chosen.failed.length === 0)
    return {
      book: withHistory(loaded.handbook, history),
      others: othersOf(await loadFormats(chosen.formats)),
      released: recordedHistory(loaded.handbook.edition, history),
      prefix: loaded.prefix,
      whole,
      published: publishedWords(past),
      ledger: past.ledger,
    };
  const faulty = loaded.handbook ? all : loaded;
  reportDiagnostics(diagnosticsOf(faulty.files, faulty.prefix, chosen.messages), options, io);
  fail(EXIT.content, `"${source}" has errors: there is nothing to compare with`, 'Mend it first.');
}
