import { notesApart } from './inline-notes.ts';

/** Code, and addresses: nothing in them is markup. */
const KEPT =
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|\]\([^)\n]*\)|\bhttps?:\S+|<[^<>\n]*>|\$\$[\s\S]*?\$\$/gm;

/** Spellings of running text in other dialects, and what stands for them in Markdown; lines stay lines. */
const SPELLINGS: readonly (readonly [RegExp, string | ((all: string, ...groups: string[]) => string)])[] = [
  // Obsidian, wikis: [[Page#Heading|words]], ![[picture.png|100]].
  [/!\[\[([^\][|\n]+\.(?:png|jpe?g|gif|svg|webp))(?:\|[^\][\n]*)?\]\]/gi, (_all, to = '') => `![](<${to}>)`],
  [
    /(?<!\[)!?\[\[(?!_?toc_?\]\])([^\][|\n]+)(?:\|([^\][\n]+))?\]\](?!\])/gi,
    (_all, to = '', words) =>
      `[${(words ?? to).replace(/^#/, '')}](<${to.startsWith('#') ? to : to.replace(/\s*#\s*/, '#')}>)`,
  ],
  [/(?<=\s)\^[\w-]+[ \t]*$/gm, ''],
  [/(?<![=\w])==(?=\S)([^=\n]+?)(?<=\S)==(?!=)/g, '$1'],
  // MkDocs, kramdown, Pandoc.
  [
    /\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g,
    (_all, keys = '') =>
      keys
        .split('+')
        .map((key) => `<kbd>${key}</kbd>`)
        .join('+'),
  ],
  [/:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^}\n]*\})?/g, ''],
  [/(?<=[A-Za-z)])~(\w{1,6})~(?!~)/g, '<sub>$1</sub>'],
  [/(?<=[\w)])\^(\w{1,6})\^/g, '<sup>$1</sup>'],
  // GitHub's first spelling of a call-out.
  [
    /^([ \t]*>[ \t]*)\*\*(note|tip|important|warning|caution)\*\*:?[ \t]*$/gim,
    (_all, quote = '', kind = '') => `${quote}[!${kind.toUpperCase()}]`,
  ],
  [/\[([^\][\n]+)\]\{(?:[.#][\w-]+|[\w-]+="[^"]*"|\s)+\}/g, '$1'],
];

/** A text in which wiki links, keys, marks and the like of other dialects are Markdown or HTML. */
export function inlineDialects(source: string): string {
  const text = source.includes('^[') ? notesApart(source) : source;
  if (
    !/\[\[|==|\+\+|:(?:material|fontawesome|octicons|simple)-|\w[~^]\w+[~^]|\]\{|\s\^[\w-]+[ \t]*$|^[ \t]*>[ \t]*\*\*\w+\*\*:?[ \t]*$/m.test(
      text,
    )
  )
    return text;
  let done = 0;
  let made = '';
  const spell = (piece: string) =>
    SPELLINGS.reduce(
      (said, [form, to]) => (typeof to === 'string' ? said.replace(form, to) : said.replace(form, to)),
      piece,
    );
  for (const { index, 0: kept } of text.matchAll(KEPT)) {
    made += spell(text.slice(done, index)) + kept;
    done = index + kept.length;
  }
  return made + spell(text.slice(done));
}
