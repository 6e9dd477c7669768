import type { VFileMessage } from 'vfile-message';
import { type Memory, type Recorded, recordMessages } from '../cache/memory.ts';
import { keep, recall, type SourceCache, tellAgain } from '../cache/source-cache.ts';
import type { Phrasing } from '../model/answer.ts';
import { cacheKey, digest, rememberDigest } from '../model/digest.ts';
import type { Entry } from '../model/documents.generated.ts';
import type { EntryFile } from '../read/read.ts';
import type { InlineContext } from './body-context.ts';
import type { Epoch } from './epoch.ts';
import { inlineSource } from './inline-source.ts';
import { type Answers, type Asked, isAnsweredAlike, recorder } from './recorder.ts';

/** Where an entry finds what it asks for, and how it is made from that. */
export interface EntryWork extends Answers {
  readonly source: EntryFile;
  readonly question: readonly Phrasing[];
  readonly make: (context: InlineContext) => Entry;
}

/** Where entries made before are kept: in memory by file and epoch, in a cache by the file's text and the settings. */
export interface EntryShelves {
  readonly epoch: Epoch;
  readonly memory: Memory;
  readonly cache: SourceCache | undefined;
  /** A digest of what every entry depends on beside its text. */
  readonly settings: string;
  /** The edition that is made, where it is not the whole book. */
  readonly edition: string | undefined;
}

interface NewEntry {
  readonly entry: Entry;
  /** Undefined where something was asked for that is not there. */
  readonly asked: Asked | undefined;
}

/** An entry that was made before. */
interface MadeEntry {
  readonly entry: Entry;
  readonly asked: Asked;
}

interface RememberedEntry extends MadeEntry {
  readonly messages: readonly VFileMessage[];
}

interface CachedEntry extends MadeEntry {
  readonly digest: string;
}

/** What stands in an entry that may be other in another edition. */
const OTHER_BY_EDITION = ['{{', ':only', ':snippet', '::entry'];

/** The question of an entry as phrasing: the one made before from the same file, unless it holds an image, a variable, a snippet or a condition. */
export function reuseQuestion(
  source: EntryFile,
  context: InlineContext,
  epoch: Epoch,
  memory: Memory,
): readonly Phrasing[] {
  const shelf = memory.keep(source, 'question', () => new WeakMap<Epoch, Recorded<readonly Phrasing[]>>());
  const known = shelf.get(epoch);
  if (known) {
    for (const message of known.messages) source.file.messages.push(message);
    return known.value;
  }
  let plain = true;
  const image: InlineContext['image'] = (url, place, seen) => {
    plain = false;
    return context.image(url, place, seen);
  };
  const inserts: InlineContext['inserts'] = {
    ...context.inserts,
    snippet: (id) => {
      plain = false;
      return context.inserts.snippet(id);
    },
  };
  const conditions: InlineContext['conditions'] = {
    ...context.conditions,
    keeps: (condition) => {
      plain = false;
      return context.conditions.keeps(condition);
    },
  };
  const variables: InlineContext['variables'] = {
    ...context.variables,
    look: (name) => {
      plain = false;
      return context.variables.look(name);
    },
  };
  const made = recordMessages(source.file, () =>
    inlineSource(
      source.data.question ?? '',
      source.yaml.locate(['question']),
      { ...context, image, variables, inserts, conditions },
      true,
    ),
  );
  if (plain) shelf.set(epoch, made);
  // What is made of an entry goes by its question object.
  const before = memory.keep(source, `question ${digest(made.value)}`, () => made.value);
  return before;
}

/**
 * The entry that was made before of the same text and question under the same settings, when every
 * reference still stands for the same thing and every image is the same; else a new one. An entry that
 * lacks an image is always made anew, and one with an error is not put into the cache: what is said of
 * those depends on the whole book.
 */
export function reuseEntry(
  work: EntryWork,
  { epoch, memory, cache, settings, edition }: EntryShelves,
): Entry {
  const { source, question } = work;
  const { file, hash } = source;
  const shelf = memory.keep(source, 'assembled', () => new WeakMap<Epoch, RememberedEntry>());
  const known = shelf.get(epoch);
  if (known && known.entry.question === question && isAnsweredAlike(known.asked, work)) {
    for (const message of known.messages) file.messages.push(message);
    return known.entry;
  }
  const { value, messages } = recordMessages(file, () => {
    if (!cache || hash === undefined) return makeEntry(work);
    // The question is made before the entry and not recorded with it.
    const own = /\{\{|:only|:snippet/.test(source.data.question ?? '') ? [digest(question)] : [];
    // Editions share what is the same in all of them.
    const differs =
      edition !== undefined && OTHER_BY_EDITION.some((mark) => Buffer.from(file.value).includes(mark));
    const key = cacheKey('entry', hash, file.path, settings, ...own, ...(differs ? [edition] : []));
    return recallEntry(work, cache, key) ?? keepEntry(work, cache, key);
  });
  if (value.asked) shelf.set(epoch, { entry: value.entry, asked: value.asked, messages });
  return value.entry;
}

function makeEntry(work: EntryWork): NewEntry {
  const { context, asked } = recorder(work);
  return { entry: work.make(context), asked: asked() };
}

function keepEntry(work: EntryWork, cache: SourceCache, key: string): NewEntry {
  const { value: made, messages } = recordMessages(work.source.file, () => makeEntry(work));
  if (made.asked) {
    const kept: CachedEntry = { entry: made.entry, asked: made.asked, digest: digest(made.entry) };
    keep(cache, key, kept, messages);
  }
  return made;
}

function recallEntry(work: EntryWork, cache: SourceCache, key: string): MadeEntry | undefined {
  const kept = recall<CachedEntry>(cache, key);
  if (!kept || !isAnsweredAlike(kept.data.asked, work)) return undefined;
  tellAgain(work.source.file, kept);
  // The same question object as a memory's, where there is one.
  const entry = { ...kept.data.entry, question: work.question };
  rememberDigest(entry, kept.data.digest);
  return { entry, asked: kept.data.asked };
}
