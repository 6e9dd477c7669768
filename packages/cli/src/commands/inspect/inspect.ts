import {
  crossReferences,
  examplesOf,
  type Handbook,
  indexHandbook,
  NUMBER_PRESETS,
  numberKey,
  type Status,
  toText,
} from '@octavo/core';
import { type Approvals, approvalsOf } from '@octavo/core/ledger';
import { entryIri } from '@octavo/core/say';
import { readLedger } from '@octavo/press/history';
import type { Call } from '../../command-line/command.ts';
import type { InspectOptions } from '../../commands.generated.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { VERSION } from '../../version.ts';

/**
 * `octavo inspect`: prints how Octavo reads handbook.yaml, with every default filled in, and how the entries
 * link to each other.
 */
export async function inspect(
  { positionals: [path = '.'], options }: Call<InspectOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const loaded = await loadSound(path, options, io);
  if (typeof loaded === 'number' || isFailure(loaded)) return loaded;
  const { handbook, approvals, files, root } = loaded;
  const ledger = (await readLedger(files)) ?? [];
  const { front, back, chapters, topics, glossary, images, redirects, labels, ...rest } = handbook;
  const seen = {
    octavo: VERSION,
    ...rest,
    numbers: (handbook.numbers ?? NUMBER_PRESETS.decimal).map((form) => ({
      examples: examplesOf(form),
      form,
    })),
    output: defaultOutput(root, io.cwd, handbook.id),
    labels,
    front: front.map(({ id, title }) => ({ id, title })),
    back: back.map(({ id, title }) => ({ id, title })),
    chapters: chapters.map(({ id, title, summary, entries }) => ({
      id,
      title,
      ...(summary === undefined ? {} : { summary }),
      entries: entries.map(({ number }) => number),
    })),
    topics: topics.map(({ source: _source, ...topic }) => ({
      ...topic,
      entries: withTopic(handbook, topic.id),
    })),
    glossary: glossary.map(({ id, term, also, entries }) => ({ id, term, also, entries })),
    images,
    redirects,
    releases: ledger.map(({ version, date, entries }) => ({ version, date, entries: entries.length })),
    entries: entryGraph(handbook, approvals),
  };
  io.stdout.write(`${JSON.stringify(seen, null, 2)}\n`);
  return EXIT.ok;
}

function withTopic({ chapters }: Handbook, topic: string): readonly string[] {
  return chapters
    .flatMap(({ entries }) => entries)
    .filter(({ topics }) => topics.includes(topic))
    .map(({ number }) => number);
}

/** An entry as a node of the graph: what it links to, and what links to it. */
interface GraphEntry {
  readonly number: string;
  /** What stands for the number in addresses and the names of files. */
  readonly key: string;
  readonly id: string;
  readonly question: string;
  readonly chapter: string;
  readonly status: Status;
  readonly iri: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly related: readonly string[];
  /** Numbers that the answer links to, in the order of their first mention. */
  readonly links: readonly string[];
  /** Numbers of the entries whose answer links here. */
  readonly backlinks: readonly string[];
  readonly replacedBy?: string;
  readonly fingerprint: string;
  readonly approvals: readonly { readonly by: string; readonly date: string; readonly current: boolean }[];
  readonly source: { readonly path: string; readonly line: number };
}

/** The entries of a handbook in reading order, with the links between them. */
function entryGraph(handbook: Handbook, approvals: Approvals): readonly GraphEntry[] {
  const { entries, chapterOf, citedBy } = indexHandbook(handbook);
  return entries.map((entry) => {
    const { number, id, status, aliases, topics, related, replacedBy, fingerprint, source } = entry;
    const links = crossReferences([...entry.answer, ...entry.footnotes]).map((link) => link.number);
    return {
      number,
      key: numberKey(number),
      id,
      question: toText(entry.question),
      chapter: chapterOf.get(number)?.id ?? '',
      status,
      iri: entryIri(handbook, number),
      aliases,
      topics,
      related,
      links: [...new Set(links)],
      backlinks: citedBy.get(number) ?? [],
      ...(replacedBy === undefined ? {} : { replacedBy }),
      fingerprint,
      approvals: (approvalsOf({ subject: number, entry }, approvals) ?? []).map(
        ({ by, date, fingerprint: approved }) => ({
          by,
          date,
          current: approved === fingerprint,
        }),
      ),
      source: { path: source.path, line: source.line },
    };
  });
}
