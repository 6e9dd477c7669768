import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { readMarkdown } from './markdown.ts';

/** What begins and ends a block, by its name in Org: what stands for it in Markdown. */
const BLOCKS: Readonly<Record<string, string>> = {
  src: '```',
  example: '```',
  export: '```',
  verse: '',
  center: '',
  quote: ':::',
  note: ':::',
  tip: ':::',
  warning: ':::',
};

/** Marks around words, and those of Markdown. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\[\[file:([^\][]+\.(?:png|jpe?g|gif|svg|webp))\]\]/gi, '![]($1)'],
  [/\[\[(?:file:)?([^\][]+)\]\[([^\][]+)\]\]/g, '[$2](<$1>)'],
  [/\[\[(https?:[^\][]+)\]\]/g, '<$1>'],
  [/\[\[[*#]?([^\][]+)\]\]/g, '[$1](<#$1>)'],
  [/(?<![\w=~])[=~](\S(?:[^=~\n]*\S)?)[=~](?![\w=~])/g, '`$1`'],
  [/(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])/g, '**$1**'],
  [/(?<![\w/:.<])\/(\S(?:[^/\n]*\S)?)\/(?![\w/])/g, '*$1*'],
  [/(?<![\w+])\+(\S(?:[^+\n]*\S)?)\+(?![\w+])/g, '~~$1~~'],
  [/\[fn:([\w-]+)\]/g, '[^$1]'],
];

/**
 * Reads Org: its lines are those of Markdown in another spelling, so each is written as such, and the
 * whole is read as Markdown. Keywords, drawers and planning lines are listed as left out.
 */
export function readOrg(source: SourceText): ReadDocument {
  const meta: string[] = [];
  const left: { readonly text: string; readonly line: number }[] = [];
  let raw: string | undefined;
  let drawer = false;
  const lines = source.text.split('\n').map((line, at) => {
    const leave = (): string => {
      left.push({ text: line.trim(), line: at + 1 });
      return '';
    };
    const [, edge, name = '', info = ''] = /^\s*#\+(begin|end)_(\w+)\s*(.*)$/i.exec(line) ?? [];
    if (edge !== undefined) {
      const mark = BLOCKS[name.toLowerCase()] ?? '';
      raw =
        edge.toLowerCase() === 'begin' && mark === '```'
          ? name
          : edge.toLowerCase() === 'end'
            ? undefined
            : raw;
      if (mark === '') return leave();
      if (edge.toLowerCase() === 'end') return mark;
      return mark === '```'
        ? `\`\`\`${info.split(' ')[0] ?? ''}`
        : `:::${name.toLowerCase() === 'quote' ? 'note' : name.toLowerCase()}`;
    }
    if (raw !== undefined) return line;
    const [, key = '', value = ''] = /^\s*#\+(\w+):\s*(.*)$/.exec(line) ?? [];
    if (/^(?:title|language|date)$/i.test(key)) meta.push(`${key.toLowerCase()}: ${JSON.stringify(value)}`);
    if (/^\s*:[\w-]+:\s*$/i.test(line)) {
      drawer = !/^\s*:end:/i.test(line);
      return leave();
    }
    const id = drawer ? /^\s*:(?:CUSTOM_ID|ID):\s*(\S+)/i.exec(line)?.[1] : undefined;
    if (id !== undefined) return `<a id="${id}"></a>`;
    if (drawer || key !== '' || /^\s*(?:# |#$|(?:SCHEDULED|DEADLINE|CLOSED):)/.test(line)) return leave();
    const [, stars, title = ''] =
      /^(\*+)\s+(?:(?:TODO|DONE|NEXT|WAIT)\s+)?(?:\[#[A-C]\]\s+)?(.*?)(?:\s+:[\w@:]+:)?\s*$/.exec(line) ?? [];
    if (stars !== undefined) return `${'#'.repeat(Math.min(6, stars.length + 1))} ${marked(title)}`;
    if (/^\s*\|[-+]+\|?\s*$/.test(line)) return line.replaceAll('+', '|').replace(/-+/g, '---');
    const [, bullet, term, rest] = /^(\s*[-+]\s+)(.*?)\s+::\s+(.*)$/.exec(line) ?? [];
    if (bullet !== undefined) return `${bullet}**${marked(term ?? '')}** ${marked(rest ?? '')}`;
    const fixed = /^\s*: ?(.*)$/.exec(line)?.[1];
    if (fixed !== undefined) return `    ${fixed}`;
    return marked(line.replace(/^\[fn:([\w-]+)\] ?/, '[^$1]: '));
  });
  const head = meta.length > 0 ? `---\n${meta.join('\n')}\n---\n` : '';
  const read = readMarkdown(
    { ...source, text: head + lines.join('\n'), kind: 'markdown' },
    meta.length > 0 ? meta.length + 2 : 0,
  );
  return {
    ...read,
    dropped: [
      ...read.dropped,
      ...left
        .filter(({ text }) => text !== '')
        .map(({ text, line }) => ({
          kind: 'dropped' as const,
          what: 'directive' as const,
          text,
          anchors: [],
          place: { path: source.path, line },
        })),
    ],
  };
}

function marked(line: string): string {
  return MARKS.reduce((said, [form, to]) => said.replace(form, to), line);
}
