import { droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { dedent } from '../text/runs.ts';
import { readMarkdown } from './markdown.ts';

/** What begins and ends a block, by its name in Org: what stands for it in Markdown. */
const BLOCKS: Readonly<Record<string, string>> = {
  src: '```',
  example: '```',
  export: '```',
  verse: '',
  center: '',
  quote: '>',
  note: ':::',
  tip: ':::',
  warning: ':::',
};

/** What Org writes within a line, and each as Markdown; of those that begin at one place the first wins. */
const MARKS: readonly (readonly [RegExp, (whole: string) => string])[] = [
  [
    /\[\[(?:file:)?[^\][]+\.(?:png|jpe?g|gif|svg|webp)\]\]/,
    (whole) => `![](<${whole.replace(/^..(?:file:)?(?:\.\/)?|..$/g, '')}>)`,
  ],
  [
    /[_^]\{[^{}\n]{1,80}\}/,
    (whole) =>
      whole.startsWith('_')
        ? `<sub>${marked(whole.slice(2, -1))}</sub>`
        : `<sup>${marked(whole.slice(2, -1))}</sup>`,
  ],
  [/(?<=^\s*(?:[-+]|\d+[.)])\s+)\[[ xX-]\](?=\s)/, (whole) => whole.replace('-', ' ')],
  [/\[\[[^\][]+\]\[[^\][]+\]\]/, linked],
  [/\[\[https?:[^\][]+\]\]/, (whole) => `<${whole.slice(2, -2)}>`],
  [/\[\[[^\][]+\]\]/, (whole) => linked(whole.replace(/^(..[*#]?)(.*)..$/, '[[#$2][$2]]'))],
  [/\[fn:[\w-]+\]/, (whole) => `[^${whole.slice(4)}`],
  [/<?\bhttps?:[^\s<>]+>?/, (whole) => whole],
  [/(?<![\w$])\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\w)/, (whole) => whole],
  [/\\\(.{1,400}?\\\)/, (whole) => `$${whole.slice(2, -2)}$`],
  [/(?<![\w=~])=\S(?:.{0,400}?\S)?=(?![\w=~])/, coded],
  [/(?<![\w=~])~\S(?:.{0,400}?\S)?~(?![\w=~])/, coded],
  [/(?<![\w*])\*\S(?:[^*\n]*\S)?\*(?![\w*])/, (whole) => `**${inside(whole)}**`],
  [/(?<![\w/:.<])\/\S(?:[^/\n]*\S)?\/(?![\w/])/, (whole) => `*${inside(whole)}*`],
  [/(?<!\w)_\S(?:[^_\n]*\S)?_(?!\w)/, (whole) => `*${inside(whole)}*`],
  [/(?<![\w+])\+\S(?:[^+\n]*\S)?\+(?![\w+])/, (whole) => `~~${inside(whole)}~~`],
  [/(?<![-\s])---(?!-)|(?<=\s)---(?=\s)/, () => '—'],
  [/\\\\\s*$/, () => '\\'],
];

const ANY_MARK = new RegExp(MARKS.map(([form]) => `(${form.source})`).join('|'), 'gi');

/** A line of Org as Markdown: what means something in Markdown alone is written so that it means nothing. */
function marked(line: string): string {
  const literal = /^\s*\|/.test(line) ? /[\\`*_[\]<>&~$#{!]/g : /[\\`*_[\]<>&~$#{!|]/g;
  let from = 0;
  let said = '';
  for (const found of line.matchAll(ANY_MARK)) {
    const [whole, ...groups] = found;
    const [, as] = MARKS[groups.findIndex((group) => group !== undefined)] ?? [];
    said += line.slice(from, found.index).replace(literal, '\\$&') + (as?.(whole) ?? '');
    from = found.index + whole.length;
  }
  return said + line.slice(from).replace(literal, '\\$&');
}

function inside(whole: string): string {
  return marked(whole.slice(1, -1));
}

function coded(whole: string): string {
  const fence = whole.includes('`') ? '`` ' : '`';
  return `${fence}${whole.slice(1, -1)}${[...fence].reverse().join('')}`;
}

function linked(whole: string): string {
  const [to = '', text = ''] = whole.slice(2, -2).split('][');
  return `[${marked(text)}](<${to.replace(/^file:/, '').replace(/^(?:\*|id:)/, '#')}>)`;
}

/**
 * Reads Org: its lines are those of Markdown in another spelling, so each is written as such, and the
 * whole is read as Markdown. Keywords, drawers and planning lines are listed as left out.
 */
export function readOrg(source: SourceText): ReadDocument {
  const meta: string[] = [];
  const left: FoundDropped[] = [];
  let raw = false;
  let drawer = false;
  let quote = '';
  /** The level of the section that is for its authors alone; 0 outside of one. */
  let hidden = 0;
  /** The id that stands with its heading already. */
  let headed: string | undefined;
  const all = withoutIndents(source.text);
  const lines = all.map((line, at) => {
    const leave = (): string => {
      if (line.trim() !== '')
        left.push(droppedPart('directive', line.trim(), { path: source.path, line: at + 1 }));
      return '';
    };
    const level = /^(\*+) /.exec(line)?.[1]?.length ?? 0;
    if (level > 0 && level <= hidden) hidden = 0;
    if (level > 0 && hidden === 0 && holdsNotes(all, at)) return leave();
    if (hidden > 0 || HIDDEN.test(line)) {
      hidden ||= level;
      return leave();
    }
    const [, edge, named = '', info = ''] = /^\s*#\+(begin|end)_(\w+)\s*(.*)$/i.exec(line) ?? [];
    if (edge !== undefined) {
      const name = named.toLowerCase();
      const ends = edge.toLowerCase() === 'end';
      const mark = BLOCKS[name] ?? '';
      if (ends || mark === '```') raw = !ends;
      if (mark === '>') quote = ends ? '' : '> ';
      if (mark === '' || mark === '>') return leave();
      if (ends) return mark;
      return mark === '```' ? `\`\`\`${info.split(' ')[0] ?? ''}` : `:::${name}`;
    }
    if (raw) return line;
    const [, key = '', value = ''] = /^\s*#\+(\w+):\s*(.*)$/.exec(line) ?? [];
    // Readers see the title, above headings that are a level below it.
    if (/^title$/i.test(key) && value !== '') return `# ${marked(value)}`;
    if (/^caption$/i.test(key) && /^\s*\|/.test(below(all, at))) return `Table: ${marked(value)}`;
    if (/^caption$/i.test(key) && PICTURE.test(below(all, at))) return '';
    if (/^(?:language|date)$/i.test(key)) meta.push(`${key.toLowerCase()}: ${JSON.stringify(value)}`);
    if (/^\s*:[\w-]+:\s*$/i.test(line)) {
      drawer = !/^\s*:end:/i.test(line);
      return leave();
    }
    const id = drawer ? /^\s*:(?:CUSTOM_ID|ID):\s*(\S+)/i.exec(line)?.[1] : undefined;
    if (id !== undefined) return id === headed ? '' : `<a id="${id}"></a>`;
    if (drawer || key !== '' || /^\s*(?:# |#$|(?:SCHEDULED|DEADLINE|CLOSED):)/.test(line)) return leave();
    const [, stars, title = ''] =
      /^(\*+)\s+(?:(?:TODO|DONE|NEXT|WAIT)\s+)?(?:\[#[A-C]\]\s+)?(.*?)(?:\s+\[\d*(?:\/\d*|%)\])?(?:\s+:[\w@:]+:)?\s*$/.exec(
        line,
      ) ?? [];
    if (stars !== undefined) {
      headed = idBelow(all, at);
      const anchor = headed === undefined ? '' : ` <a id="${headed}"></a>`;
      return `${'#'.repeat(Math.min(6, stars.length + 1))} ${marked(title)}${anchor}`;
    }
    if (/^\s*\|[-+]+\|?\s*$/.test(line)) return line.replaceAll('+', '|').replace(/-+/g, '---');
    const [, bullet, term, rest] = /^(\s*[-+]\s+)(.*?)\s+::\s+(.*)$/.exec(line) ?? [];
    if (bullet !== undefined) return `${bullet}**${marked(term ?? '')}** ${marked(rest ?? '')}`;
    const fixed = /^\s*: ?(.*)$/.exec(line)?.[1];
    if (fixed !== undefined) return `    ${fixed}`;
    const caption = PICTURE.test(line) ? captionAbove(all, at) : undefined;
    if (caption !== undefined) return captionedPicture(line, caption);
    const [note = '', name] = /^\[fn:([\w-]+)\] ?/.exec(line) ?? [];
    return `${quote}${name ? `[^${name}]: ` : ''}${marked(line.slice(note.length))}`;
  });
  const head = meta.length > 0 ? `---\n${meta.join('\n')}\n---\n` : '';
  const read = readMarkdown(
    { ...source, text: head + lines.join('\n'), kind: 'markdown' },
    meta.length > 0 ? meta.length + 2 : 0,
  );
  return {
    ...read,
    dropped: [...read.dropped, ...left],
  };
}

/** A line that is a picture and nothing else. */
const PICTURE = /^\s*\[\[(?:file:)?[^\][]+\.(?:png|jpe?g|gif|svg|webp)\]\]\s*$/i;

/** The first line below that is no keyword. */
function below(lines: readonly string[], at: number): string {
  return lines.slice(at + 1, at + 8).find((line) => !/^\s*#\+\w+:/.test(line)) ?? '';
}

/** The caption in the keywords right above a line. */
function captionAbove(lines: readonly string[], at: number): string | undefined {
  for (let above = at - 1; above >= 0 && at - above < 8; above--) {
    const [, key = '', value = ''] = /^\s*#\+(\w+):\s*(.*)$/.exec(lines[above] ?? '') ?? [];
    if (key === '') return undefined;
    if (/^caption$/i.test(key)) return value;
  }
  return undefined;
}

/** A figure: Org has no other text for what a picture shows. */
function captionedPicture(line: string, caption: string): string {
  const words = caption.replace(/[\\"[\]<>`*_]/g, '\\$&');
  return marked(line.trim()).replace(
    /^!\[\]\(([\s\S]*)\)$/,
    (_all, to: string) => `![${words}](${to} "${words}")`,
  );
}

/** A section that is not exported (Org, 13.6). */
const HIDDEN = /^\*+ +(?:(?:TODO|DONE) +)?COMMENT\b/;

/** Whether a section is the one in which Org gathers the notes of a document (Org, 12.10), whatever its heading says. */
function holdsNotes(lines: readonly string[], at: number): boolean {
  const first = lines.slice(at + 1, at + 10).find((line) => line.trim() !== '');
  return first !== undefined && /^\[fn:[\w-]+\] /.test(first);
}

/** The id in the drawer below a heading. */
function idBelow(lines: readonly string[], at: number): string | undefined {
  if (!/^\s*:PROPERTIES:/i.test(lines[at + 1] ?? '') && !/^\s*:PROPERTIES:/i.test(lines[at + 2] ?? ''))
    return undefined;
  for (const line of lines.slice(at + 2, at + 12)) {
    if (/^\s*:END:|^\*+ /i.test(line)) return undefined;
    const id = /^\s*:CUSTOM_ID:\s*(\S+)/i.exec(line)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Bodies may be indented as their headings are deep: what all lines under a heading have means nothing. */
function withoutIndents(source: string): readonly string[] {
  return source.split(/\n(?=\*+ )/).flatMap((section) => {
    const [head = '', ...body] = section.split('\n');
    const drawer =
      body[0]?.trim() === ':PROPERTIES:' ? body.findIndex((line) => line.trim() === ':END:') + 1 : 0;
    const [before, text] = [body.slice(0, drawer), body.slice(drawer)];
    return /^\*+ /.test(head) ? [head, ...before, ...dedent(text)] : [head, ...body];
  });
}
