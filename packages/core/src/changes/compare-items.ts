import type { ItemChange, ItemSubject, ItemText } from '../model/change.ts';
import { compareWords } from './compare-words.ts';

/**
 * Subjects whose order matters to a reader. Terms stand in alphabetical order, and there is only one book.
 */
const ORDERED: ReadonlySet<ItemSubject> = new Set(['part', 'chapter', 'page']);

/**
 * Compares everything that is not an entry, in reading order, and then lists what is gone. An item has moved
 * when its place among the remaining items differs, or when it is in another part.
 */
export function compareItems(before: readonly ItemText[], after: readonly ItemText[]): readonly ItemChange[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  const outOfPlace = new Set(
    [...ORDERED].flatMap((subject) => movedAmong(keysOf(before, subject, now), keysOf(after, subject, old))),
  );
  const partTitles = new Map(
    before.filter(({ subject }) => subject === 'part').map(({ id, title }) => [id, title]),
  );
  const present = after.flatMap((item): ItemChange[] => {
    const { subject, id, title, text = '', fingerprint } = item;
    const about = { subject, id, title, significance: 'minor' } as const;
    const was = old.get(keyOf(item));
    if (!was) return [{ ...about, kind: 'added', passages: [] }];
    const from = was.within === item.within ? undefined : partTitles.get(was.within ?? '');
    const place = from === undefined ? {} : { movedFrom: from };
    const words = was.text === undefined ? [] : compareWords('text', was.text, text);
    const passages = [...compareWords('title', was.title, title), ...words];
    const moved = outOfPlace.has(keyOf(item)) || was.within !== item.within;
    return [
      ...(was.fingerprint === fingerprint ? [] : [{ ...about, kind: 'changed' as const, passages }]),
      ...(moved ? [{ ...about, ...place, kind: 'moved' as const, passages: [] }] : []),
    ];
  });
  const gone = before
    .filter((item) => !now.has(keyOf(item)))
    .map(
      ({ subject, id, title }): ItemChange => ({
        subject,
        id,
        title,
        significance: 'minor',
        kind: 'deleted',
        passages: [],
      }),
    );
  return [...present, ...gone];
}

/** The key of an item in its edition. There is one book, whatever its id. */
function keyOf({ subject, id }: Pick<ItemText, 'subject' | 'id'>): string {
  return subject === 'book' ? 'book' : `${subject}/${id}`;
}

function keysOf(
  items: readonly ItemText[],
  subject: ItemSubject,
  kept: { readonly has: (key: string) => boolean },
): readonly string[] {
  return items.filter((item) => item.subject === subject && kept.has(keyOf(item))).map(keyOf);
}

/**
 * Of two orders of the same keys, returns those that moved: the fewest whose removal leaves the others in
 * order.
 */
function movedAmong(before: readonly string[], after: readonly string[]): readonly string[] {
  const places = after.map((key) => before.indexOf(key));
  // The longest run of increasing places, by the length of the best run that ends at each place.
  const best: { length: number; from: number }[] = [];
  for (const [at, place] of places.entries()) {
    let from = -1;
    for (let i = 0; i < at; i++)
      if ((places[i] ?? 0) < place && (from < 0 || (best[i]?.length ?? 0) > (best[from]?.length ?? 0)))
        from = i;
    best.push({ length: 1 + (best[from]?.length ?? 0), from });
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const stayed = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.from ?? -1)
    stayed.add(at);
  return after.filter((_, at) => !stayed.has(at));
}
