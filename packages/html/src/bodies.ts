import {
  type Block,
  type CrossReference,
  type Entry,
  type FootnoteDefinition,
  type Handbook,
  type Memory,
  NO_MEMORY,
  type Page,
  type Phrasing,
} from '@octavo/core';
import { bodyToHast, phrasingToHast, type ToHastOptions } from '@octavo/core/hast';
import { highlight } from '@octavo/core/highlight';
import { entryIri, headingAnchor } from '@octavo/core/say';
import type { ElementContent, RootContent } from 'hast';
import { imagePath } from './images.ts';
import { rooted, type SitePaths } from './site-paths.ts';
import { finish, type Words } from './tree/finish.ts';
import { encodePath } from './tree/relative-address.ts';
import { sanitise } from './tree/sanitise.ts';

/** The handbook's own words as sanitised hast, each made once and shared by every page that shows it. */
export interface Bodies {
  readonly question: (entry: Entry) => readonly ElementContent[];
  /** The answer with its footnotes below; headings begin at h3. */
  readonly answer: (entry: Entry) => readonly ElementContent[];
  /** A prose page, or the introduction of a chapter, with its footnotes; headings begin at h2. */
  readonly page: (page: Page) => readonly ElementContent[];
  readonly phrasing: (nodes: readonly Phrasing[]) => readonly ElementContent[];
}

/** In a memory, this object owns the results made with one set of words and images. */
const MADE = {};

/** Makes the converters of one handbook. A result is kept by the identity of what it was made from. */
export function bodies(handbook: Handbook, paths: SitePaths, memory: Memory = NO_MEMORY): Bodies {
  const images = new Map(handbook.images.map((image) => [image.path, image]));
  const shared = (idPrefix: string, headingLevel: number): ToHastOptions => ({
    href: ({ number, fragment }: CrossReference) =>
      rooted(paths.entry(number), fragment === undefined ? undefined : headingAnchor(number, fragment)),
    image: (path: string) => {
      const image = images.get(path);
      return {
        src: rooted(encodePath(paths.own(imagePath(path)))),
        ...(image ? { width: image.width, height: image.height } : {}),
      };
    },
    headingLevel,
    idPrefix,
    labels: handbook.labels,
    direction: handbook.direction,
    highlight,
  });
  const realm = JSON.stringify([
    handbook.iri,
    handbook.direction,
    handbook.labels,
    handbook.images,
    paths.own(''),
  ]);
  const remember = <Key extends object, Value>(name: string, make: (key: Key) => Value) =>
    rememberIn(
      memory.keep(MADE, `${name} ${realm}`, () => new WeakMap<Key, Value>()),
      make,
    );
  const phrasing = remember('phrasing', (nodes: readonly Phrasing[]) =>
    clean(phrasingToHast(nodes, shared('', 3)), handbook.labels),
  );
  const { table, notes } = handbook.labels;
  const blocks = (
    nodes: readonly Block[],
    footnotes: readonly FootnoteDefinition[],
    options: ToHastOptions,
    name = notes,
  ) => {
    const body = bodyToHast(nodes, footnotes, options);
    return clean([...body.content, ...(body.notes ? [body.notes] : [])], { table, notes: name });
  };
  return {
    question: (entry) => phrasing(entry.question),
    answer: remember('answer', (entry: Entry) =>
      blocks(
        entry.answer,
        entry.footnotes,
        {
          ...shared(headingAnchor(entry.number, ''), 3),
          labelLink: (id) => ({
            href: rooted(paths.entry(entry.number), id),
            dataCopy: `${entryIri(handbook, entry.number)}#${encodeURIComponent(id)}`,
          }),
        },
        `${notes} ${entry.number}`,
      ),
    ),
    page: remember('page', (page: Page) => blocks(page.body, page.footnotes, shared('note-', 2))),
    phrasing,
  };
}

function clean(nodes: readonly ElementContent[], words: Words): ElementContent[] {
  const children = finish(nodes, words) as RootContent[];
  return sanitise({ type: 'root', children }).children as ElementContent[];
}

function rememberIn<Key extends object, Value>(
  made: WeakMap<Key, Value>,
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
