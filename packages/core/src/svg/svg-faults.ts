import { cssAddresses } from './css-addresses.ts';
import { readSvg, type SvgElement, svgElements } from './read-svg.ts';

/** Why an SVG is unfit for a book, and what to do about it. */
export interface SvgFault {
  readonly reason: string;
  readonly note: string;
  readonly place: { readonly line: number; readonly column: number };
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const RUNS: ReadonlySet<string> = new Set(['script', 'handler', 'listener']);
const LOADS: ReadonlySet<string> = new Set(
  'iframe frame embed object applet link meta base form audio video'.split(' '),
);
const ANIMATES = /^(?:set|animate\w*)$/;
const HARMLESS_DATA = /^data:(?:image\/(?!svg)|font\/|application\/(?:x-)?font)/i;
const LINK = /^(?:https?:|mailto:|tel:|#)/i;
const PLAIN = 'Export it as a plain SVG.';

/**
 * Returns everything in an SVG picture that runs, loads something from elsewhere, or cannot be drawn by every
 * reader, judged by its tokens; a single fault when it cannot be parsed. A link (`<a>`) to the web is
 * accepted, because a picture's links lead nowhere. HTML (`foreignObject`) is accepted within a `switch` that
 * has an alternative to draw.
 */
export function svgFaults(source: string): readonly SvgFault[] {
  const read = readSvg(source);
  if ('fault' in read)
    return [
      {
        reason: `the SVG cannot be read: ${read.fault}`,
        note: 'Save it again from the program that made it.',
        place: read.place,
      },
    ];
  const faults: SvgFault[] = [];
  const start = { line: 1, column: 1 };
  for (const sheet of read.sheets)
    faults.push({ reason: `the SVG asks for a style sheet, ${sheet.trim()}`, note: PLAIN, place: start });
  const spared = new Set<SvgElement>();
  for (const element of svgElements(read.root)) {
    const elements = element.children.filter((child) => typeof child !== 'string');
    if (element.name === 'switch' && elements.some(({ name }) => name !== 'foreignObject'))
      for (const child of elements) if (child.name === 'foreignObject') spared.add(child);
    for (const { reason, note = PLAIN } of faultsOf(element, spared.has(element)))
      faults.push({ reason: `the SVG ${reason}`, note, place: element.place });
  }
  return faults;
}

type Fault = { readonly reason: string; readonly note?: string };

function* faultsOf(element: SvgElement, spared: boolean): Generator<Fault> {
  const { namespace, attributes, children } = element;
  const name = element.name.replace(/^.*:/, '').toLowerCase();
  if (RUNS.has(name)) yield { reason: `holds a script, <${element.name}>` };
  if (LOADS.has(name)) yield { reason: `holds <${element.name}>, which loads something or asks for it` };
  if (name === 'foreignobject' && !spared)
    yield {
      reason: 'holds HTML (<foreignObject>), which a PDF cannot draw',
      note: 'Export its words as SVG text; in draw.io switch “Formatted text” off, in Mermaid set htmlLabels: false.',
    };
  for (const [key, value] of Object.entries(attributes)) {
    if (/^(?:\w+:)?on/i.test(key)) yield { reason: `holds a script, in ${key}="…"` };
    else if (/(?:^|:)(?:href|src|srcset|data|action)$/i.test(key)) {
      const address = bare(value);
      const isLink = name === 'a' && LINK.test(address);
      if (!isLink && leavesFile(address)) yield outside(address);
    } else if (key !== 'xmlns' && !key.startsWith('xmlns:'))
      for (const address of value.includes('(') || value.includes('\\') ? cssAddresses(value) : [])
        if (leavesFile(bare(address))) yield outside(address);
  }
  if (ANIMATES.test(name) && /href$/i.test(attributes.attributeName ?? ''))
    yield { reason: `changes an address, by <${element.name}>` };
  if (name === 'style' && (namespace !== XHTML || children.length > 0)) {
    const css = children.filter((child) => typeof child === 'string').join('');
    for (const address of cssAddresses(css)) if (leavesFile(bare(address))) yield outside(address);
  }
}

function outside(address: string): Fault {
  if (/^javascript:/i.test(bare(address))) return { reason: 'holds a script, in a javascript: address' };
  return {
    reason: `loads “${address.slice(0, 80)}” from elsewhere`,
    note: 'Embed it, or export a plain SVG.',
  };
}

/** An address as a browser reads it: without white space and control characters. */
function bare(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return address.replace(/[\u0000-\u0020]/g, '');
}

function leavesFile(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !HARMLESS_DATA.test(address);
}
