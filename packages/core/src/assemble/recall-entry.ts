import type { Phrasing } from '../model/answer.ts';
import { cacheKey, digest, rememberDigest } from '../model/digest.ts';
import type { Entry } from '../model/handbook.ts';
import type { EntryFile } from '../read/read.ts';
import {
  type KeptMessage,
  keep,
  keptMessage,
  recall,
  type SourceCache,
  tellAgain,
} from '../read/source-cache.ts';
import { assembleEntry } from './assemble-entry.ts';
import type { BodyContext, ResolvedReference } from './body/context.ts';

/** An entry, and all beside its text that it was made from. */
interface Kept {
  /** What each reference stood for; the label only where it was printed. */
  readonly references: readonly (readonly [reference: string, number: string | null, label?: string])[];
  readonly images: readonly (readonly [
    url: string,
    place: Parameters<BodyContext['image']>[1],
    hash: string,
  ])[];
  readonly entry: Entry;
  readonly digest: string;
  readonly messages: readonly KeptMessage[];
}

type Context = Parameters<typeof assembleEntry>[2];

/**
 * `assembleEntry`, or what it made before of the same text while every reference stood for the same
 * entry and every image was the same. `settings` is what else an entry depends on. Entries with a
 * missing image or an error are not kept: what is said of those depends on the whole book.
 */
export function recallEntry(
  source: EntryFile,
  question: readonly Phrasing[],
  context: Context,
  imageHash: (path: string) => string,
  { cache, settings }: { readonly cache: SourceCache | undefined; readonly settings: string },
): Entry {
  if (!cache || source.hash === undefined)
    return assembleEntry(source, question, context, context.resolve, imageHash);
  const key = cacheKey('entry', source.hash, source.file.path, settings);
  const kept = recall<Kept>(cache, key);
  const before = source.file.messages.length;
  if (kept && stillHolds(kept, context, imageHash)) {
    for (const message of kept.messages) tellAgain(source.file, message);
    // The same object as a memory's, where there is one.
    return rememberedEntry({ ...kept.entry, question }, kept.digest);
  }
  // An image that is gone has been told of while it was looked for.
  source.file.messages.length = before;
  const watched = watch(context, imageHash);
  const entry = assembleEntry(source, question, watched.context, watched.context.resolve, imageHash);
  const messages = source.file.messages.slice(before);
  if (!watched.isWhole() || messages.some((message) => message.fatal === true)) return entry;
  const { references, images } = watched.seen();
  keep(cache, key, {
    references,
    images,
    entry,
    digest: digest(entry),
    messages: messages.map(keptMessage),
  } satisfies Kept);
  return entry;
}

function rememberedEntry(entry: Entry, known: string): Entry {
  rememberDigest(entry, known);
  return entry;
}

/** Whether what an entry was made from is as it was. Looking an image up puts it on the book's list again. */
function stillHolds(kept: Kept, context: Context, imageHash: (path: string) => string): boolean {
  return (
    kept.references.every(([reference, number, label]) => {
      const found = context.resolve(reference);
      return (found?.number ?? null) === number && (label === undefined || found?.label === label);
    }) && kept.images.every(([url, place, hash]) => imageHash(context.image(url, place)) === hash)
  );
}

/** A context that notes what is asked of it. */
function watch(context: Context, imageHash: (path: string) => string) {
  const references = new Map<string, { readonly found: ResolvedReference | undefined; labelled: boolean }>();
  const images: [string, Parameters<BodyContext['image']>[1], string][] = [];
  let whole = true;
  const watching: Context = {
    ...context,
    resolve: (reference) => {
      const found = context.resolve(reference);
      const note = references.get(reference) ?? { found, labelled: false };
      references.set(reference, note);
      return (
        found && {
          number: found.number,
          get label() {
            note.labelled = true;
            return found.label;
          },
        }
      );
    },
    image: (url, place) => {
      const path = context.image(url, place);
      const hash = imageHash(path);
      images.push([url, place, hash]);
      // Without a hash there is no such image.
      if (hash === path) whole = false;
      return path;
    },
  };
  return {
    context: watching,
    isWhole: () => whole,
    seen: () => ({
      images,
      references: [...references].map(([reference, { found, labelled }]) =>
        found && labelled
          ? ([reference, found.number, found.label] as const)
          : ([reference, found?.number ?? null] as const),
      ),
    }),
  };
}
