import { calloutKind } from '../model/callout-kind.ts';

/** What a generator's tag stands for. */
export type Meaning = 'box' | 'tab' | 'fold' | 'code' | 'link' | 'media' | 'wrapper';

const NAMES: Readonly<Record<Exclude<Meaning, 'wrapper'>, string>> = {
  box: 'notice alert hint callout admonition aside infobox panel banner message box block flash notification highlight-box',
  tab: 'tab tabitem tabpanel codegroupitem tabs-item tabbeditem step card',
  fold: 'details expand collapse accordion accordionitem accordion-item toggle spoiler collapsible expandable faqitem faq-item faq disclosure collapsed question qa',
  code: 'highlight codeblock prism',
  link: 'button linkcard linkbutton buttonlink cta link pagelink',
  media: 'figure image img youtube vimeo video embed file asciinema audio iframe gist tweet',
};
const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [name, meaning as Meaning] as const),
  ),
);

/** What a tag of a name means; one that is not known only stands around its content. */
export function meaningOf(name: string): Meaning {
  const lower = name.toLowerCase().replace(/^(?:callout|admonition|alert)-/, '');
  return MEANINGS.get(lower) ?? (calloutKind(lower) ? 'box' : 'wrapper');
}

/** Names under which generators keep a title, an address, a kind. */
export const TITLES: readonly string[] =
  'title label summary header heading question name text value caption alt'.split(' ');
export const ADDRESSES: readonly string[] = 'href url src link to path'.split(' ');
export const KINDS: readonly string[] = 'type style kind color status level variant intent class'.split(' ');

/** Where the films are that a tag only names. */
export const FILMS: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  asciinema: 'https://asciinema.org/a/',
};
