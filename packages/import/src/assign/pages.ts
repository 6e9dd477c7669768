import type { PhrasingContent, RootContent } from 'mdast';
import type { BodyContext } from '../body/context.ts';
import { toBody } from '../body/to-body.ts';
import type { PlacedProse } from '../model/arrangement.ts';
import { place } from '../model/place.ts';
import type { BookEntry, BookPage } from './book.ts';
import type { ContextOf } from './contexts.ts';
import { type NamedChapter, summaryOf } from './name-chapters.ts';
import { saysNothing } from './says-nothing.ts';
import { slugOf } from './slugs.ts';

/** Prose as a page of the book: none when nothing of it is left. */
export function pageOf(
  placed: PlacedProse,
  context: BodyContext,
  give: (name: string) => string,
  introduction: string,
): BookPage[] {
  const { found } = placed;
  const body = toBody(found.body, context);
  const title = found.title ?? introduction;
  const blocks: RootContent[] = body.blocks;
  if (saysNothing(blocks) && found.title === undefined) return [];
  const said: PhrasingContent = { type: 'text', value: title };
  return [
    {
      id: give(slugOf(title) ?? 'text'),
      title,
      body: !saysNothing(blocks) ? blocks : [{ type: 'paragraph', children: [said] }],
      footnotes: body.footnotes,
      place: found.place,
    },
  ];
}

/** The introduction of a chapter: none where its text is its summary, or nothing of it is left. */
export function introOf({ id, title, arranged }: NamedChapter, contextOf: ContextOf): BookPage[] {
  const [first] = arranged.intro;
  if (!first || summaryOf(arranged) !== undefined) return [];
  const bodies = arranged.intro.map((placed) =>
    toBody([...headingOf(placed), ...placed.found.body], contextOf(placed)),
  );
  const body = bodies.flatMap(({ blocks }) => blocks);
  const footnotes = new Map(bodies.flatMap((one) => [...one.footnotes]));
  return saysNothing(body) ? [] : [{ id, title, body, footnotes, place: first.found.place }];
}

/** The heading that prose has in its source, above those in it. */
function headingOf({ found: { title, depth = 1, place: at } }: PlacedProse): RootContent[] {
  if (title === undefined) return [];
  return [place({ type: 'heading', depth: depth as 1, children: [{ type: 'text', value: title }] }, at.line)];
}

/** Lists the topics that entries name, each of them once. */
export function topicsOf(entries: readonly BookEntry[]): readonly { id: string; title: string }[] {
  const topics = new Map<string, string>();
  for (const entry of entries)
    for (const topic of entry.topics) {
      const id = slugOf(topic);
      if (id !== undefined && !topics.has(id)) topics.set(id, topic);
    }
  return [...topics].map(([id, title]) => ({ id, title }));
}
