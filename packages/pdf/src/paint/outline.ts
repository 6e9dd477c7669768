import type { OutlineItem } from '../display/bound-book.ts';
import type { Landings } from './landings.ts';
import { type ObjectWriter, textString } from './object-writer.ts';

/** Writes the outline (ISO 32000-2, 12.3.3), where open items show their children; returns the catalog's entries. */
export function writeOutline(
  writer: ObjectWriter,
  items: readonly OutlineItem[],
  { outlineEntry }: Pick<Landings, 'outlineEntry'>,
): string {
  if (items.length === 0) return '';
  const root = writer.allot();
  const level = (list: readonly OutlineItem[], parent: number): string => {
    const ids = list.map(() => writer.allot());
    for (const [index, { title, to, children, open }] of list.entries()) {
      const id = ids[index] as number;
      const count = open ? visible(children) : -children.length;
      const below = children.length > 0 ? `${level(children, id)}/Count ${count}` : '';
      const before = index > 0 ? `/Prev ${ids[index - 1]} 0 R` : '';
      const after = index < list.length - 1 ? `/Next ${ids[index + 1]} 0 R` : '';
      writer.object(
        id,
        `<</Title${textString(title)}/Parent ${parent} 0 R${before}${after}${below}${outlineEntry(to, '0')}>>`,
      );
    }
    return `/First ${ids[0]} 0 R/Last ${ids.at(-1)} 0 R`;
  };
  writer.object(root, `<</Type/Outlines${level(items, root)}/Count ${visible(items)}>>`);
  return `/Outlines ${root} 0 R/PageMode/UseOutlines`;
}

/** Returns how many lines are seen before a reader opens any. */
function visible(items: readonly OutlineItem[]): number {
  return items.reduce((total, { children, open }) => total + 1 + (open ? visible(children) : 0), 0);
}
