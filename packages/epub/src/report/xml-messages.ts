import type { VFileMessage } from 'vfile-message';
import type { BookImages } from '../assets/book-images.ts';
import { message } from '../message.ts';

/** An error for every file of the container that a reading system could not open; `faults` by its name there. */
export function xmlMessages(
  faults: ReadonlyMap<string, string>,
  { paths }: Pick<BookImages, 'paths'>,
): readonly VFileMessage[] {
  return [...faults].map(([name, fault]) => {
    const image = paths.get(name.replace(/^OEBPS\//, ''));
    const reason = `\`${image ?? name}\` is no well-formed XML: ${fault}`;
    return image
      ? message('xml-well-formed', { reason, at: { path: image, line: 1, column: 1 } })
      : message('xml-well-formed', { reason: `${reason}. This is a fault of Octavo: please report it` });
  });
}
