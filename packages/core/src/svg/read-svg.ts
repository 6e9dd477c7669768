import { SaxesParser } from 'saxes';
import { EntityFault, expandEntities } from './expand-entities.ts';

/** An element of an SVG picture; text is a child string. */
export interface SvgElement {
  /** Its local name; of an element that is not of SVG its name as written. */
  readonly name: string;
  readonly namespace: string;
  /** By local name, but for `xml:` ones; `href` is `xlink:href` where there is no other. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
  readonly place: { readonly line: number; readonly column: number };
}

/** A picture's tree, or why there is none. */
export type SvgSource =
  | { readonly root: SvgElement; readonly sheets: readonly string[] }
  | { readonly fault: string; readonly place: SvgElement['place'] };

const SVG = 'http://www.w3.org/2000/svg';
const DEEPEST = 200;

type Growing = SvgElement & { readonly children: (SvgElement | string)[] };

/**
 * Parses an SVG picture as strictly as browsers do (XML 1.0, Namespaces in XML 1.0): its own entities are
 * expanded and prefixes of the SVG namespace dropped. `sheets` are the style sheets that are requested from
 * outside the root. Returns a fault when it is not well-formed, its root is no `svg`, or it nests more than
 * 200 deep.
 */
export function readSvg(source: string): SvgSource {
  let fault: { fault: string; place: SvgElement['place'] } | undefined;
  let root: SvgElement | undefined;
  const open: Growing[] = [];
  const sheets: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const place = () => ({ line: parser.line, column: parser.column + 1 });
  let begun = place();
  const fail = (reason: string): void => {
    fault ??= { fault: reason, place: place() };
  };
  const text = (value: string): void => void open.at(-1)?.children.push(value);
  parser.on('error', (error) =>
    fail(`it is not well-formed XML: ${error.message.replace(/^\d+:\d+: |\.$/g, '')}`),
  );
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'xml-stylesheet') sheets.push(body);
  });
  parser.on('opentagstart', ({ name }) => {
    begun = { line: parser.line, column: Math.max(1, parser.column - name.length) };
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (open.length >= DEEPEST) fail(`it nests more than ${DEEPEST} deep`);
    if (fault) return;
    const own = uri === SVG || uri === '' ? local : name;
    const element: Growing = {
      name: own,
      namespace: uri,
      attributes: named(Object.values(attributes)),
      children: [],
      place: begun,
    };
    if (open.length === 0) root = element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(expandEntities(source)).close();
  } catch (error) {
    if (!(error instanceof EntityFault)) throw error;
    fail(error.message);
  }
  if (fault) return fault;
  if (root?.name !== 'svg') return { fault: 'its root is no <svg>', place: { line: 1, column: 1 } };
  return { root, sheets };
}

function named(
  list: readonly { name: string; prefix: string; local: string; value: string }[],
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, prefix, local, value } of list) {
    const key = prefix === 'xml' || prefix === 'xmlns' || prefix === '' ? name : local;
    if (prefix === '' || !(key in attributes)) attributes[key] = value;
  }
  return attributes;
}

/** An element and all in it, in the order of the document. */
export function* svgElements(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* svgElements(child);
}
