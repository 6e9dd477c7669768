import type { InlineContext } from './body-context.ts';
import type { Condition } from './condition.ts';

/** A reference, the file that it was seen from where that is another one, and what it stood for. */
type AskedReference = readonly [
  reference: string,
  from: string | null,
  number: string | null,
  label?: string,
];

/** What was asked of the rest of the book while something was made, and the answers: plain data, fit for a cache. */
export interface Asked {
  /** What each reference stood for; the label only where it was printed. */
  readonly references: readonly AskedReference[];
  readonly images: readonly (readonly [url: string, from: string | null, path: string, hash: string])[];
  /** What each name stood for, as a digest; an empty one where there was no such name. */
  readonly variables: readonly (readonly [name: string, digest: string])[];
  /** What each snippet and each entry that was put in said, as a digest; an empty one where there was none. */
  readonly inserts: readonly (readonly [kind: 'snippet' | 'entry', name: string, digest: string])[];
  /** Which conditions the edition met. */
  readonly conditions: readonly (readonly [condition: Condition, isKept: boolean])[];
}

/** The rest of the book, as it answers now. */
export interface Answers {
  readonly context: InlineContext;
  /** Looks an image up as `context.image` does, without a message: undefined when there would be one. */
  readonly quietImage: (url: string, from?: string) => string | undefined;
  readonly imageHash: (path: string) => string;
}

/** A context that notes what is asked of it. `asked` is undefined where something was asked for that is not there. */
export function recorder({ context, quietImage, imageHash }: Answers): {
  readonly context: InlineContext;
  readonly asked: () => Asked | undefined;
} {
  const references = new Map<string, AskedReference>();
  const images: Asked['images'][number][] = [];
  const variables = new Map<string, string>();
  const conditions = new Map<string, Asked['conditions'][number]>();
  const inserts = new Map<string, Asked['inserts'][number]>();
  let isTold = false;
  const noted = (kind: Asked['inserts'][number][0], name: string, digest = '') =>
    void inserts.set(`${kind} ${name}`, [kind, name, digest]);
  return {
    context: {
      ...context,
      resolve: (reference, from) => {
        const found = context.resolve(reference, from);
        const key = `${from ?? ''}\n${reference}`;
        const asked = [reference, from ?? null, found?.number ?? null] as const;
        if (!references.has(key)) references.set(key, asked);
        return (
          found && {
            number: found.number,
            get label() {
              references.set(key, [...asked, found.label]);
              return found.label;
            },
          }
        );
      },
      image: (url, place, seen) => {
        const path = context.image(url, place, seen);
        images.push([url, seen?.path ?? null, path, imageHash(path)]);
        return path;
      },
      variables: {
        ...context.variables,
        look: (name) => {
          const found = context.variables.look(name);
          variables.set(name, found?.digest ?? '');
          return found;
        },
      },
      inserts: recordedInserts(context.inserts, noted, () => {
        isTold = true;
      }),
      conditions: {
        ...context.conditions,
        keeps: (condition) => {
          const isKept = context.conditions.keeps(condition);
          conditions.set(JSON.stringify(condition), [condition, isKept]);
          return isKept;
        },
      },
    },
    // What was complained of has to be complained of again.
    asked: () =>
      !isTold && images.every(([url, from, path]) => quietImage(url, from ?? undefined) === path)
        ? {
            references: [...references.values()],
            images,
            variables: [...variables],
            inserts: [...inserts.values()],
            conditions: [...conditions.values()],
          }
        : undefined,
  };
}

function recordedInserts(
  inserts: InlineContext['inserts'],
  noted: (kind: 'snippet' | 'entry', name: string, digest?: string) => void,
  told: () => void,
): InlineContext['inserts'] {
  return {
    ...inserts,
    snippet: (id) => {
      const found = inserts.snippet(id);
      noted('snippet', id, found?.digest);
      // The message names others that are there.
      if (!found) told();
      return found;
    },
    entry: (number) => {
      const found = inserts.entry(number);
      noted('entry', number, found?.digest);
      return found;
    },
    tell: (...finding) => {
      told();
      inserts.tell(...finding);
    },
  };
}

/** Whether the book still answers as it did. Looking an image, a variable or a snippet up notes its use again. */
export function isAnsweredAlike(
  { references, images, variables, inserts, conditions }: Asked,
  { context, quietImage, imageHash }: Answers,
): boolean {
  return (
    references.every(([reference, from, number, label]) => {
      const found = context.resolve(reference, from ?? undefined);
      return (found?.number ?? null) === number && (label === undefined || found?.label === label);
    }) &&
    images.every(
      ([url, from, path, hash]) => quietImage(url, from ?? undefined) === path && imageHash(path) === hash,
    ) &&
    variables.every(([name, value]) => (context.variables.look(name)?.digest ?? '') === value) &&
    inserts.every(([kind, name, digest]) => (context.inserts[kind](name)?.digest ?? '') === digest) &&
    conditions.every(([condition, isKept]) => context.conditions.keeps(condition) === isKept)
  );
}
