import type { Html, Nodes } from 'mdast';
import type { Position } from 'unist';

export type AllowedTag = 'a' | 'abbr' | 'br' | 'details' | 'img' | 'kbd' | 'sub' | 'summary' | 'sup';

/** An HTML element of the allow-list, with the Markdown between its tags. */
export interface HtmlElement {
  readonly type: 'htmlElement';
  readonly name: AllowedTag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Item[];
  readonly position: Position;
}
/** Text between tags of one raw HTML node. */
export interface HtmlText {
  readonly type: 'htmlText';
  readonly value: string;
  readonly position: Position;
}
/** What answers are made of: Markdown, with the HTML in it read as elements. */
export type Item = Exclude<Nodes, Html> | HtmlElement | HtmlText;
