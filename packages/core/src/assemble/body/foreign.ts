import type { Code, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { type BodyContext, pointWithin, sourceOf } from '../body-context.ts';
import { MAY_BE_STRAY, STRAY, tellStray } from '../stray-directive.ts';
import { isOwnUse } from '../variables/fill.ts';
import { captionMark, OWN_ID } from './own-id.ts';

/** A spelling of another program that is only text here. */
interface Spelling {
  readonly pattern: RegExp;
  /** What it is. */
  readonly what: string;
  readonly note: string;
}

const ESCAPE = 'Put it between backticks, or a "\\" before its first mark, if text is what you mean.';
const REMOVE = `Remove it, or write out what it would have put here. ${ESCAPE}`;

const NAME_IT = `Declare its name under "variables:" in handbook.yaml and write "{{name}}", or write out its value. ${ESCAPE}`;

/** Where a foreign spelling may be; most text holds none of these. */
const HINT =
  /:::|\$?\{[{%#.:<\s]|\{[a-z][\w-]*\}|\$[{(]|([%@])[a-z][\w-]*\1|<%|[\])]\{|\[\[|\[[^\]\n]*@|!!!|\?\?\?|\[toc\]|^[ \t>]*(?:import|export|\.\.) |\\[a-z]+/im;

const SPELLINGS: readonly Spelling[] = [
  {
    pattern: /^[ \t>]*(:{3,}[ \t]*\{?[.\w][^\n]*)$/gm,
    what: 'a container of another dialect',
    note: `Write ":::note[Title]" (or tip, warning), the text below it, and a line ":::". ${ESCAPE}`,
  },
  {
    pattern: /^[ \t>]*((?:!!!|\?{3}\+?)[ \t]+[a-z-]+(?:[ \t]+"[^"\n]*")?)[ \t]*$/gm,
    what: 'an admonition of MkDocs',
    note: `Write ":::note[Title]" (or tip, warning), the text below it, not indented, and a line ":::". ${ESCAPE}`,
  },
  { pattern: /(\{\{[<%][^{}\n]{1,200}\}\})/g, what: 'a shortcode of Hugo or Quarto', note: REMOVE },
  {
    pattern: /(\{\{\{[^{}\n]{1,200}\}\}\}|\{\{[#/^>!&][^{}\n]{1,200}\}\})/g,
    what: 'a tag of Handlebars',
    note: REMOVE,
  },
  { pattern: /(\{%[^{}\n]{1,200}%\})/g, what: 'a tag of Liquid or Jinja', note: REMOVE },
  { pattern: /(<%[^%\n]{1,200}%>)/g, what: 'a tag of ERB or EJS', note: REMOVE },
  {
    pattern: /(\$\{[a-z][\w-]*\}|\$\([a-z][\w-]*\)|(?<![{$])\{[a-z][\w-]*\}(?!\})|([%@])[a-z][\w-]*\2)/g,
    what: 'a variable of another program',
    note: NAME_IT,
  },
  { pattern: /(\{\{[^{}\n]{1,200}\}\})/g, what: 'a tag of a template', note: NAME_IT },
  {
    pattern: /(\[(?:[^\]@\n]{0,60} )?-?@[\p{L}\d_](?:[\w:.+-]*\w)?(?:[;,][^\]\n]{0,100})?\])(?![([])/gu,
    what: 'a citation of Pandoc',
    note: `Write the source as a link or a footnote. ${ESCAPE}`,
  },
  {
    pattern: /(!?\[\[(?![\s\d-])(?!_?toc_?\]\])[^[\]\n]{1,200}\]\])(?!\()/gi,
    what: 'a link of a wiki',
    note: `Write "[text](#number)" for an entry, "![…](../assets/…)" for a picture. ${ESCAPE}`,
  },
  {
    pattern: /(\{#[\p{L}\p{N}\p{M}._-]*:[\p{L}\p{N}\p{M}._:-]*\})/gu,
    what: 'an id with a colon, which an EPUB cannot have,',
    note: `Write a hyphen: "{#fig-drop}". ${ESCAPE}`,
  },
  {
    pattern: /(\{:?[ \t]*[#.][A-Za-z][\w:.-]*(?:[ \t]+[^{}\n]*)?\}|\{:?[ \t]*[\w-]+=[^{}\n]*\})/g,
    what: 'a list of attributes',
    note: `Remove it: an id stands behind a heading, "## Steps {#steps}", a picture with a caption, a table's caption or a displayed formula, and a span has a language. ${ESCAPE}`,
  },
  {
    pattern:
      /^[ \t>]*(import\s+[\w{*][^\n]*\sfrom\s+['"][^'"\n]+['"];?|export\s+(?:const|let|function|default)\s[^\n]*[={(][^\n]*)$/gm,
    what: 'a line of MDX',
    note: REMOVE,
  },
  {
    pattern: /^[ \t>]*(\[\[?_?toc_?\]?\]|\{:\s*toc\s*\}|@\[toc\])[ \t]*$/gim,
    what: 'a mark for contents',
    note: 'Remove it: Octavo makes the contents.',
  },
  {
    pattern: /^[ \t>]*(\.\. [\w-]+::[^\n]*)$/gm,
    what: 'a directive of reStructuredText',
    note: `Write ":::note[Title]" (or tip, warning), the text below it, not indented, and a line ":::". ${ESCAPE}`,
  },
  {
    pattern:
      /(\\(?:newpage|pagebreak|clearpage|tableofcontents)\b|\\(?:cite[tp]?|ref|label|index|footnote)\{[^}\n]*\})/g,
    what: 'a command of LaTeX',
    note: `Remove it: a link is "[text](#number)", an index term stands under "index:". ${ESCAPE}`,
  },
];

/**
 * Reports what a paragraph, heading or cell holds in the spelling of another program, which would be
 * printed as it stands (`directive-known`; a condition: `condition-known`; what was to be put in: `snippet-fits`). Code, formulas, HTML and the targets of links are left out.
 */
export function tellForeign(node: Nodes, context: BodyContext): void {
  const source = sourceOf(node, context);
  const mayBeStray = MAY_BE_STRAY.test(source);
  if (!mayBeStray && !HINT.test(source)) return;
  const words = onlyWords(node, source, context);
  const hasOwn = node.type === 'heading' || captionMark(source, context.tableWord) !== undefined;
  const ownId = hasOwn ? OWN_ID.exec(words)?.index : undefined;
  const told: (readonly [number, number])[] = [];
  for (const { 0: found, index } of mayBeStray ? words.matchAll(STRAY) : []) {
    if (source[index - 1] === '\\') continue;
    told.push([index, source.indexOf('\n', index) < 0 ? source.length : source.indexOf('\n', index)]);
    tellStray(found, pointWithin(node.position?.start, source, index), context);
  }
  for (const { pattern, what, note } of SPELLINGS) {
    for (const match of words.matchAll(pattern)) {
      const [whole, found = ''] = match;
      const at = match.index + whole.indexOf(found);
      if (source[at - 1] === '\\' || (ownId !== undefined && at >= ownId)) continue;
      if (told.some(([start, end]) => at >= start && at < end)) continue;
      // Prose about scripts has placeholders of its own.
      if (note === NAME_IT && !found.startsWith('{{') && !context.variables.names.includes(bareName(found)))
        continue;
      // `{a=1}` may be prose; behind a link or picture it is meant for that.
      if (/^\{[^#.]*=/.test(found) && !/[)\]]/.test(source[at - 1] ?? '')) continue;
      told.push([at, at + found.length]);
      context.report('directive-known', {
        reason: `"${found.length > 60 ? `${found.slice(0, 59)}…` : found.trim()}" is ${what} and stays as text`,
        place: pointWithin(node.position?.start, source, at),
        note,
      });
    }
  }
}

/** `${name}`, `{name}` and the like without their marks. */
function bareName(found: string): string {
  return found.replace(/^\$?.|.$/g, '');
}

/** MyST, Quarto and others spell a directive as a code block of the language `{note}`. */
export function tellForeignCode({ lang, position }: Code, context: BodyContext): void {
  if (!/^\{[\w:.-]+\}$/.test(lang ?? '')) return;
  context.report('directive-known', {
    reason: `a code block of the language "${lang}" is a directive of another dialect, and is printed as code`,
    place: position,
    note: 'Write an admonition as ":::note[Title]", its text, and a line ":::"; code with the bare name of its language.',
  });
}

/** The source with blanks in place of what is not words; a link and a span keep their text. */
function onlyWords(node: Nodes, source: string, context: BodyContext): string {
  const from = node.position?.start.offset ?? 0;
  const blanks: (readonly [number, number])[] = [];
  visit(node, (each) => {
    const start = each.position?.start.offset;
    const end = each.position?.end.offset;
    if (start === undefined || end === undefined) return;
    switch (each.type) {
      case 'inlineCode':
      case 'inlineMath':
      case 'html':
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        blanks.push([start, end]);
        return;
      case 'variable':
        if (isOwnUse(each.value, context)) blanks.push([start, end]);
        return;
      case 'link':
      case 'linkReference':
      case 'textDirective': {
        // A name alone is words, as in "10:30".
        if (each.type === 'textDirective' && sourceOf(each, context).length === each.name.length + 1) return;
        const text = each.children.at(-1)?.position?.end.offset;
        blanks.push([text === undefined || text === end ? start : text + 1, end]);
      }
    }
  });
  let done = 0;
  const words: string[] = [];
  for (const [start, end] of blanks.sort(([a], [b]) => a - b)) {
    if (start - from < done) continue;
    words.push(
      source.slice(done, start - from),
      source.slice(start - from, end - from).replace(/[^\n]/g, ' '),
    );
    done = end - from;
  }
  return words.join('') + source.slice(done);
}
