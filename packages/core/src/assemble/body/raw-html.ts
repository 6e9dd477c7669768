import type { Html, Nodes } from 'mdast';
import type { Position } from 'unist';
import { type BodyContext, pointWithin } from './context.ts';
import { tokenizeHtml } from './tokenize-html.ts';

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
export type Item = Exclude<Nodes, Html> | HtmlElement | HtmlText;

/** The tags that become nodes, and the attributes each may have. */
const ALLOWED: Readonly<Record<AllowedTag, readonly string[]>> = {
  a: ['href', 'title'],
  abbr: ['title'],
  br: [],
  details: ['open'],
  img: ['src', 'alt', 'title'],
  kbd: [],
  sub: [],
  summary: [],
  sup: [],
};

export type AllowedTag = 'a' | 'abbr' | 'br' | 'details' | 'img' | 'kbd' | 'sub' | 'summary' | 'sup';

const TAGS = Object.keys(ALLOWED).map((name) => `<${name}>`);
const NOTE = 'Write it in Markdown, or escape the "<" as "\\<".';

const VOID: ReadonlySet<string> = new Set(['br', 'img']);

/**
 * Pairs the raw HTML among siblings into elements. Comments vanish; a tag outside the allow-list, a
 * tag that is never closed and an attribute that means nothing here are reported (`no-raw-html`) and
 * stay as text.
 */
export function nestHtml(siblings: readonly Nodes[], context: BodyContext): Item[] {
  const root: Item[] = [];
  const open: HtmlElement[] = [];
  const append = (item: Item) => (open.at(-1)?.children ?? root).push(item);
  for (const node of siblings) {
    if (node.type !== 'html') {
      append(node);
      continue;
    }
    scan(node, context, {
      text: (value, position) => append({ type: 'htmlText', value, position }),
      open: (name, attributes, position) => {
        const element: HtmlElement = { type: 'htmlElement', name, attributes, children: [], position };
        append(element);
        if (!VOID.has(name)) open.push(element);
      },
      close: (name) => {
        if (open.at(-1)?.name !== name) return false;
        open.pop();
        return true;
      },
    });
  }
  for (const element of open) {
    context.report('no-raw-html', {
      reason: `<${element.name}> is never closed`,
      place: element.position,
      expected: `</${element.name}>`,
    });
  }
  return root;
}

interface Events {
  readonly text: (value: string, position: Position) => void;
  readonly open: (name: AllowedTag, attributes: Record<string, string>, position: Position) => void;
  /** False when no such element is open. */
  readonly close: (name: string) => boolean;
}

/** Walks the tags of one raw HTML node: a start tag and its end tag are often in different nodes. */
function scan(node: Html, context: BodyContext, events: Events): void {
  const source = node.value;
  const place = (from: number, to: number): Position => ({
    start: pointWithin(node.position?.start, source, from),
    end: pointWithin(node.position?.start, source, to),
  });
  const refuse = (reason: string, from: number, to: number, literal = true) => {
    context.report('no-raw-html', { reason, place: place(from, to), expected: TAGS, note: NOTE }, context.lenient ? 'warning' : undefined);
    if (literal) events.text(source.slice(from, to), place(from, to));
  };
  tokenizeHtml(source, {
    text: (value, from, to) => events.text(value, place(from, to)),
    comment: () => {},
    other: (from, to) => refuse(`"${source.slice(from, Math.min(to, from + 20))}" is not allowed`, from, to),
    start(name, attributes, from, to) {
      if (!isAllowed(name)) return refuse(`the HTML tag <${name}> is not allowed`, from, to);
      const known = ALLOWED[name];
      const foreign = Object.keys(attributes).filter((attribute) => !known.includes(attribute));
      for (const attribute of foreign) refuse(`the attribute "${attribute}" of <${name}> is not allowed`, from, to, false);
      const kept = Object.entries(attributes).filter(([attribute]) => known.includes(attribute));
      events.open(name, Object.fromEntries(kept), place(from, to));
    },
    end(name, from, to) {
      if (VOID.has(name) || events.close(name)) return;
      refuse(`</${name}> closes nothing that is open here`, from, to, !isAllowed(name));
    },
  });
}

function isAllowed(name: string): name is AllowedTag {
  return Object.hasOwn(ALLOWED, name);
}
