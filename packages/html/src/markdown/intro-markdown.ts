import { type Chapter, numberKey } from '@octavo/core';
import type { RootContent } from 'mdast';
import { imagePath } from '../images.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { encodePath, relativeAddress } from '../tree/relative-address.ts';
import { banner, heading, paragraph } from './entry-markdown.ts';
import { markdown } from './markdown.ts';
import { toMdast } from './to-mdast.ts';

/** The Markdown twin, at `path`, of a chapter that has an introduction: its title, its summary and its introduction. */
export function introMarkdown(
  site: Site,
  path: string,
  { title, summary, intro }: Pick<Chapter, 'title' | 'summary' | 'intro'>,
): Uint8Array {
  const options = {
    href: (number: string) => relativeAddress(path, `/entry/${numberKey(number)}.md`),
    image: (image: string) => relativeAddress(path, rooted(encodePath(site.paths.own(imagePath(image))))),
    headingLevel: 2,
  };
  const children = [
    heading(1, [{ type: 'text', value: title }]),
    ...banner(site),
    ...(summary === undefined ? [] : [paragraph([{ type: 'text', value: summary }])]),
    ...toMdast([...(intro?.body ?? []), ...(intro?.footnotes ?? [])], options),
  ] as RootContent[];
  return markdown({ type: 'root', children });
}
