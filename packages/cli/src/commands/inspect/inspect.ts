import { examplesOf, type Handbook, NUMBER_PRESETS } from '@octavo/core';
import { readLedger } from '@octavo/press/history';
import type { Call } from '../../command-line/command.ts';
import type { InspectOptions } from '../../commands.generated.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadToTell } from '../../load-sound.ts';
import { VERSION } from '../../version.ts';
import { entryGraph } from './entry-graph.ts';
import { resolvedEntry } from './resolved-entry.ts';

/**
 * `octavo inspect`: prints how Octavo reads handbook.yaml, with every default filled in, and how the entries
 * link to each other; with `--resolved`, one entry as it is read.
 */
export async function inspect(
  { positionals: [path = '.'], options }: Call<InspectOptions>,
  io: Io,
): Promise<ExitCode> {
  const loaded = await loadToTell(path, options, io);
  const { handbook, approvals, files, root } = loaded;
  if (options.resolved !== undefined) {
    io.stdout.write(`${JSON.stringify(resolvedEntry(options.resolved, loaded), null, 2)}\n`);
    return EXIT.ok;
  }
  const ledger = (await readLedger(files))?.ledger ?? [];
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
    chapters: chapters.map(({ id, title, summary, intro, entries }) => ({
      id,
      title,
      ...(summary === undefined ? {} : { summary }),
      ...(intro ? { introduction: intro.source.path } : {}),
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
