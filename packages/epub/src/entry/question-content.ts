import type { Entry } from '@octavo/core';
import { phrasingToHast } from '@octavo/core/hast';
import { unlinked } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import type { Context } from '../context.ts';
import { hastOptions } from './hast-options.ts';

/** The question as it stands inside a link: marked up, without links and footnote marks of its own. */
export function questionContent(context: Context, entry: Entry): readonly ElementContent[] {
  return phrasingToHast(unlinked(entry.question), hastOptions(context, entry.number));
}
