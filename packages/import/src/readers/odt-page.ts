import type { OdtStyles } from './odt-styles.ts';
import { attribute, xmlTags } from './xml-tags.ts';

/** What is no text of the document, such as what was deleted. */
const SKIPPED =
  /^(?:text:(?:tracked-changes|note-citation|sequence-decls|[\w-]+-source)|office:forms|draw:object|table:covered-table-cell|svg:(?:title|desc)|dc:(?:creator|date)|meta:creator-initials)$/;

/** What is left out and listed: remarks at the margin, and indexes, which every format makes itself. */
const LISTED =
  /^(?:(office:annotation)|text:(?:table-of-content|(?:alphabetical|illustration|table|object|user)-index|bibliography))$/;

const PLAIN: Readonly<Record<string, string>> = {
  'text:list-item': 'li',
  'text:list-header': 'li',
  'text:section': 'div',
  'draw:text-box': 'div',
  'table:table': 'table',
  'table:table-row': 'tr',
};

/** Numbered headings stand in lists. */
const OUTLINE = /^(?:\s*<text:list(?:-item|-header)?\b[^>]*>)*\s*<text:h\b/;

/** A tag that is open, and what its end does. */
type End = { readonly tags: string } | { readonly listed: string } | 'skip' | 'head' | 'note';

interface Open {
  readonly name: string;
  readonly attributes: string;
  /** What follows the tag. */
  readonly rest: string;
}

/**
 * The text of an OpenDocument document as a page, tag by tag (OpenDocument 1.3, part 3, 4 to 7); notes stand at its
 * end, tracked changes are taken as accepted. `picture` gives the address of a picture, and `formula` the MathML of an
 * object that is one.
 */
export function odtPage(
  content: string,
  styles: OdtStyles,
  picture: (path: string) => string,
  formula: (path: string) => string,
): string {
  const start = content.indexOf('<office:text');
  const body = start < 0 ? '' : content.slice(start, content.lastIndexOf('</office:text>'));
  const notes: string[] = [];
  /** The page, and the note that is open. */
  const texts: string[][] = [[]];
  const ends: { readonly name: string; readonly end: End }[] = [];
  const lists: string[] = [];
  let inHead = false;
  let skipped = 0;
  const write = (text: string) => {
    if (skipped === 0) texts.at(-1)?.push(text);
  };
  const open = ({ name, attributes, rest }: Open): End => {
    if (skipped > 0 || SKIPPED.test(name)) {
      skipped++;
      return 'skip';
    }
    if (name === 'table:table-header-rows') {
      inHead = true;
      return 'head';
    }
    const listed = LISTED.exec(name);
    if (name === 'text:note-body' || listed) texts.push([]);
    if (listed) return { listed: listed[1] ? 'octavo-comment' : 'octavo-contents' };
    if (name === 'text:note-body') return 'note';
    const style = attribute(attributes, 'text:style-name');
    if (name === 'text:list') lists.push(OUTLINE.test(rest) ? '' : style || lists.at(-1) || '-');
    if (name === 'text:note') {
      notes.push('');
      write(`<sup><a href="#fn${notes.length}">${notes.length}</a></sup>`);
    }
    const list = lists.at(-1);
    if (name === 'draw:frame') write(frameOf(rest, picture, formula));
    if (name === 'text:tab') write(' ');
    if (name === 'text:s') write(' '.repeat(Math.min(200, Number(attribute(attributes, 'text:c')) || 1)));
    const elements =
      name === 'text:list'
        ? [list === '' ? '' : styles.counts(list ?? '', lists.length) ? 'ol' : 'ul']
        : name === 'table:table-cell'
          ? [cell(attributes, inHead)]
          : PLAIN[name] === 'li' && list === ''
            ? []
            : elementsOf(name, attributes, style, styles);
    const shown = elements.filter((element) => element !== '');
    write(shown.map((element) => `<${element}>`).join(''));
    return {
      tags: shown
        .map((element) => (element === 'br' ? '' : `</${element.split(' ')[0]}>`))
        .reverse()
        .join(''),
    };
  };
  const close = (name: string, end: End) => {
    if (end === 'skip') skipped--;
    else if (end === 'head') inHead = false;
    else if (end === 'note') notes[notes.length - 1] = (texts.pop() ?? []).join('');
    else if ('listed' in end) {
      const said = (texts.pop() ?? []).join(' ').replace(/<[^>]*>/g, '');
      write(`<${end.listed}>${said}</${end.listed}>`);
    } else write(end.tags);
    if (name === 'text:list' && end !== 'skip') lists.pop();
  };
  let from = 0;
  for (const { name, attributes, begins, ends: isEnd, from: at, to } of xmlTags(body)) {
    write(body.slice(from, at));
    from = to;
    if (begins) ends.push({ name, end: open({ name, attributes, rest: body.slice(to, to + 4000) }) });
    const last = isEnd ? ends.pop() : undefined;
    if (last) close(last.name, last.end);
  }
  // Each line of a program is a paragraph.
  const page = (texts[0] ?? []).join('').replaceAll('</pre><pre>', '\n');
  return page + notes.map((note, at) => `<div id="fn${at + 1}">${note}</div>`).join('');
}

/** The elements of HTML that stand for one of OpenDocument, the outermost first. */
function elementsOf(name: string, attributes: string, style: string, styles: OdtStyles): readonly string[] {
  const plain = PLAIN[name];
  if (plain !== undefined) return [plain];
  switch (name) {
    case 'text:h':
      return [`h${Math.min(6, Number(attribute(attributes, 'text:outline-level')) || 1)}`];
    case 'text:p':
      return paragraph(styles.namesOf(style), styles.marksOf(style, true));
    case 'text:span':
      return styles.marksOf(style);
    case 'text:a':
      return [`a href="${attribute(attributes, 'xlink:href')}"`];
    case 'text:bookmark-ref':
    case 'text:reference-ref':
      return [`a href="#${attribute(attributes, 'text:ref-name')}"`];
    case 'text:bookmark':
    case 'text:bookmark-start':
    case 'text:reference-mark':
    case 'text:reference-mark-start':
      return [`a id="${attribute(attributes, 'text:name')}"`];
    case 'text:line-break':
      return ['br'];
    default:
      return [];
  }
}

function cell(attributes: string, isHead: boolean): string {
  const span = attribute(attributes, 'table:number-columns-spanned');
  const rows = attribute(attributes, 'table:number-rows-spanned');
  return `${isHead ? 'th' : 'td'}${span === '' ? '' : ` colspan="${span}"`}${rows === '' ? '' : ` rowspan="${rows}"`}`;
}

/** The picture or the formula of a frame; nothing for a frame of text. */
function frameOf(rest: string, picture: (path: string) => string, formula: (path: string) => string): string {
  // A frame of a text box may hold another one.
  const frame = rest.split(/<\/draw:frame>|<draw:(?:frame|text-box)\b/, 1)[0] ?? '';
  const object = /<draw:object\b[^>]*?xlink:href="(?:\.\/)?([^"]*?)\/?"/.exec(frame)?.[1];
  const math = object === undefined ? '' : formula(object);
  if (math !== '') return math;
  const path = /<draw:image\b[^>]*?xlink:href="([^"]*)"/.exec(frame)?.[1];
  const alt = /<svg:(?:desc|title)>([^<]*)</.exec(frame)?.[1] ?? '';
  return path === undefined ? '' : `<img alt="${alt.replaceAll('"', '&quot;')}" src="${picture(path)}">`;
}

/** What a paragraph is by the names of its style and of those that it is made from, and by how its words look. */
function paragraph(names: readonly string[], marks: readonly string[]): readonly string[] {
  const heading = /^Heading ([1-6])$/m.exec(names.join('\n'))?.[1];
  if (heading !== undefined) return [`h${heading}`];
  if (names.includes('Title')) return ['h1'];
  if (names.some((name) => /^(?:Question|Frage)$/.test(name))) return ['h3'];
  if (names.includes('Preformatted Text')) return ['pre'];
  return names.includes('Quotations') ? ['blockquote', 'p', ...marks] : ['p', ...marks];
}
