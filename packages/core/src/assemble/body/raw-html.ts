import type { Html, Nodes } from 'mdast';
import type { Position } from 'unist';
import type { Finding } from '../../message/make-message.ts';
import { type BodyContext, pointWithin } from '../body-context.ts';
import type { AllowedTag, HtmlElement, Item } from '../item.ts';
import { filled } from '../variables/fill.ts';
import { tokenizeHtml } from './tokenize-html.ts';

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

const TAGS = Object.keys(ALLOWED).map((name) => `<${name}>`);
const NOTE = 'Write it in Markdown, or escape the "<" as "\\<".';

/** Deeper than this, HTML shows nothing that a reader could tell apart. */
const MAX_HTML_DEPTH = 20;

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
  const refused = new Map<string, number>();
  let deep: Position | undefined;
  for (const node of siblings) {
    if (node.type !== 'html' || deep) {
      if (node.type !== 'html') append(node);
      continue;
    }
    scan(node, context, {
      text: (value, position) => append({ type: 'htmlText', value, position }),
      open: (name, attributes, position) => {
        const element: HtmlElement = { type: 'htmlElement', name, attributes, children: [], position };
        if (deep) return;
        append(element);
        if (VOID.has(name)) return;
        open.push(element);
        if (open.length + context.within.html > MAX_HTML_DEPTH) deep = position;
      },
      close: (name) => {
        if (deep) return undefined;
        const innermost = open.at(-1)?.name ?? '';
        if (innermost !== name) return innermost;
        open.pop();
        return undefined;
      },
      refused,
    });
  }
  if (deep) {
    context.report('nesting-bounded', {
      reason: `HTML elements nest more than ${MAX_HTML_DEPTH} deep here`,
      place: deep,
      note: 'Flatten them.',
    });
    return root;
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
  /** Undefined when it closes the innermost open element; else the name of that one, or an empty string when none is open. */
  readonly close: (name: string) => string | undefined;
  /** How many refused tags of a name are still to be closed: one message a pair is enough. */
  readonly refused: Map<string, number>;
}

/** Walks the tags of one raw HTML node: a start tag and its end tag are often in different nodes. */
function scan(node: Html, context: BodyContext, events: Events): void {
  const source = node.value;
  const place = (from: number, to: number): Position => ({
    start: pointWithin(node.position?.start, source, from),
    end: pointWithin(node.position?.start, source, to),
  });
  const tell = (finding: Finding, from: number, to: number) =>
    context.report(
      'no-raw-html',
      { ...finding, place: place(from, to) },
      context.lenient ? 'warning' : undefined,
    );
  const literal = (from: number, to: number) => events.text(source.slice(from, to), place(from, to));
  const refuse = (reason: string, from: number, to: number) => {
    tell({ reason, expected: TAGS, note: NOTE }, from, to);
    literal(from, to);
  };
  // Links and pictures fill in their address and title themselves.
  const withValues = (value: string, name: string, attribute: string, at: Position) =>
    name === 'abbr' && attribute === 'title' ? filled(value, context, { place: at }) : value;
  tokenizeHtml(source, {
    text: (value, from, to) => events.text(value, place(from, to)),
    comment: () => {},
    other: (from, to) => refuse(`"${source.slice(from, Math.min(to, from + 20))}" is not allowed`, from, to),
    start(name, attributes, from, to) {
      if (!isAllowed(name)) {
        events.refused.set(name, (events.refused.get(name) ?? 0) + 1);
        refuse(`the HTML tag <${name}> is not allowed`, from, to);
        return;
      }
      const known = ALLOWED[name];
      const foreign = Object.keys(attributes).filter((attribute) => !known.includes(attribute));
      for (const attribute of foreign) {
        const expected = known.length === 0 ? `<${name}> without attributes` : known;
        tell(
          {
            reason: `the attribute "${attribute}" of <${name}> is not allowed`,
            expected,
            note: 'Remove it.',
          },
          from,
          to,
        );
      }
      const kept = Object.entries(attributes)
        .filter(([attribute]) => known.includes(attribute))
        .map(([attribute, value]) => [attribute, withValues(value, name, attribute, place(from, to))]);
      events.open(name, Object.fromEntries(kept), place(from, to));
    },
    end(name, from, to) {
      const owed = events.refused.get(name) ?? 0;
      events.refused.set(name, Math.max(0, owed - 1));
      if (!isAllowed(name)) literal(from, to);
      const innermost = owed > 0 || VOID.has(name) ? undefined : events.close(name);
      if (innermost === undefined) return;
      if (innermost === '')
        tell({ reason: `</${name}> closes nothing that is open here`, note: 'Remove it.' }, from, to);
      else
        tell(
          { reason: `</${name}> stands where <${innermost}> is to be closed`, expected: `</${innermost}>` },
          from,
          to,
        );
    },
  });
}

function isAllowed(name: string): name is AllowedTag {
  return Object.hasOwn(ALLOWED, name);
}
