import type { InlineContext } from './body-context.ts';
import type { Condition } from './condition.ts';

/** What was asked of the rest of the book while something was made, and the answers: plain data, fit for a cache. */
export interface Asked {
  /** What each reference stood for; the label only where it was printed. */
  readonly references: readonly (readonly [reference: string, number: string | null, label?: string])[];
  readonly images: readonly (readonly [url: string, path: string, hash: string])[];
  /** What each name stood for, as a digest; an empty one where there was no such name. */
  readonly variables: readonly (readonly [name: string, digest: string])[];
  /** Which conditions the edition met. */
  readonly conditions: readonly (readonly [condition: Condition, isKept: boolean])[];
}

/** The rest of the book, as it answers now. */
export interface Answers {
  readonly context: InlineContext;
  /** Looks an image up as `context.image` does, without a message: undefined when there would be one. */
  readonly quietImage: (url: string) => string | undefined;
  readonly imageHash: (path: string) => string;
}

/** A context that notes what is asked of it. `asked` is undefined where something was asked for that is not there. */
export function recorder({ context, quietImage, imageHash }: Answers): {
  readonly context: InlineContext;
  readonly asked: () => Asked | undefined;
} {
  const references = new Map<string, Asked['references'][number]>();
  const images: Asked['images'][number][] = [];
  const variables = new Map<string, string>();
  const conditions = new Map<string, Asked['conditions'][number]>();
  return {
    context: {
      ...context,
      resolve: (reference) => {
        const found = context.resolve(reference);
        if (!references.has(reference)) references.set(reference, [reference, found?.number ?? null]);
        return (
          found && {
            number: found.number,
            get label() {
              references.set(reference, [reference, found.number, found.label]);
              return found.label;
            },
          }
        );
      },
      image: (url, place) => {
        const path = context.image(url, place);
        images.push([url, path, imageHash(path)]);
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
      images.every(([url, path]) => quietImage(url) === path)
        ? {
            references: [...references.values()],
            images,
            variables: [...variables],
            conditions: [...conditions.values()],
          }
        : undefined,
  };
}

/** Whether the book still answers as it did. Looking an image or a variable up notes its use again. */
export function isAnsweredAlike(
  { references, images, variables, conditions }: Asked,
  { context, quietImage, imageHash }: Answers,
): boolean {
  return (
    references.every(([reference, number, label]) => {
      const found = context.resolve(reference);
      return (found?.number ?? null) === number && (label === undefined || found?.label === label);
    }) &&
    images.every(([url, path, hash]) => quietImage(url) === path && imageHash(path) === hash) &&
    variables.every(([name, value]) => (context.variables.look(name)?.digest ?? '') === value) &&
    conditions.every(([condition, isKept]) => context.conditions.keeps(condition) === isKept)
  );
}
