import { droppedPart, type FoundDropped } from '../model/found.ts';
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

/** The marks that Org sets around words, and what stands for them in Markdown. */
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
  const left: FoundDropped[] = [];
  let raw = false;
  let drawer = false;
  const lines = source.text.split('\n').map((line, at) => {
    const leave = (): string => {
      if (line.trim() !== '')
        left.push(droppedPart('directive', line.trim(), { path: source.path, line: at + 1 }));
      return '';
    };
    const [, edge, named = '', info = ''] = /^\s*#\+(begin|end)_(\w+)\s*(.*)$/i.exec(line) ?? [];
    if (edge !== undefined) {
      const name = named.toLowerCase();
      const ends = edge.toLowerCase() === 'end';
      const mark = BLOCKS[name] ?? '';
      if (ends || mark === '```') raw = !ends;
      if (mark === '') return leave();
      if (ends) return mark;
      return mark === '```' ? `\`\`\`${info.split(' ')[0] ?? ''}` : `:::${name === 'quote' ? 'note' : name}`;
    }
    if (raw) return line;
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
    dropped: [...read.dropped, ...left],
  };
}

function marked(line: string): string {
  return MARKS.reduce((said, [form, to]) => said.replace(form, to), line);
}
