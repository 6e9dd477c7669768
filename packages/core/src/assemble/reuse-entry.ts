import type { VFileMessage } from 'vfile-message';
import { type Memory, type Recorded, recordMessages } from '../memory.ts';
import type { Phrasing } from '../model/answer.ts';
import type { Entry } from '../model/handbook.ts';
import type { EntryFile } from '../read/read.ts';
import type { InlineContext } from './body/context.ts';
import type { Epoch } from './epoch.ts';
import { inlineSource } from './inline-source.ts';

/** An entry as assembled before, with all it asked of the rest of the book and what the answers were. */
interface Kept {
  readonly entry: Entry;
  readonly messages: readonly VFileMessage[];
  /** By the reference asked for: what it stood for, as text. */
  readonly resolved: ReadonlyMap<string, string>;
  readonly images: readonly AskedImage[];
}

interface AskedImage {
  readonly url: string;
  readonly place: Parameters<InlineContext['image']>[1];
  readonly path: string;
  readonly hash: string;
}

/** Where an entry finds what it asks for, and how it is made from that. */
export interface EntryWork {
  readonly source: EntryFile;
  readonly question: readonly Phrasing[];
  readonly context: InlineContext;
  /** Looks an image up as `context.image` does, without a message: undefined when there would be one. */
  readonly quietImage: (url: string) => string | undefined;
  readonly imageHash: (path: string) => string;
  readonly make: (context: InlineContext) => Entry;
}

/** The question of an entry as phrasing: the one made before from the same file, unless it holds an image. */
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
  const image: InlineContext['image'] = (url, place) => {
    plain = false;
    return context.image(url, place);
  };
  const made = recordMessages(source.file, () =>
    inlineSource(source.data.question ?? '', source.yaml.locate(['question']), { ...context, image }),
  );
  if (plain) shelf.set(epoch, made);
  return made.value;
}

/**
 * The entry that was assembled before from the same file and question under the same settings, when
 * every reference still stands for the same thing and every image is the same; else a new one.
 */
export function reuseEntry(work: EntryWork, epoch: Epoch, memory: Memory): Entry {
  const { source, question } = work;
  const shelf = memory.keep(source, 'assembled', () => new WeakMap<Epoch, Kept>());
  const known = shelf.get(epoch);
  if (known && known.entry.question === question && isCurrent(known, work)) {
    for (const message of known.messages) source.file.messages.push(message);
    return known.entry;
  }
  const resolved = new Map<string, string>();
  const images: AskedImage[] = [];
  const { context } = work;
  const recording: InlineContext = {
    ...context,
    resolve: (reference) => {
      const found = context.resolve(reference);
      resolved.set(reference, spell(found));
      return found;
    },
    image: (url, place) => {
      const path = context.image(url, place);
      images.push({ url, place, path, hash: work.imageHash(path) });
      return path;
    },
  };
  const { value: entry, messages } = recordMessages(source.file, () => work.make(recording));
  // An image that was complained of has to be complained of again: its entry is made anew each time.
  if (images.every(({ url, path }) => work.quietImage(url) === path))
    shelf.set(epoch, { entry, messages, resolved, images });
  return entry;
}

function isCurrent({ resolved, images }: Kept, { context, quietImage, imageHash }: EntryWork): boolean {
  for (const [reference, found] of resolved) if (spell(context.resolve(reference)) !== found) return false;
  return images.every(({ url, path, hash }) => quietImage(url) === path && imageHash(path) === hash);
}

function spell(found: ReturnType<InlineContext['resolve']>): string {
  return found ? `${found.number} ${found.label}` : '';
}
