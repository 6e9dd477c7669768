import type { Block, Handbook, Phrasing } from '@octavo/core';

/**
 * A handbook's entries for Typst, on our page, in our face and size: what both set is the same words, so that
 * only the setting differs. Pictures are left out, and a formula is its TeX.
 */
export function typstSource({ title, language, chapters }: Handbook): string {
  const head = [
    `#set document(title: ${quoted(title)})`,
    `#set text(font: "Source Serif 4", size: 10.4pt, lang: ${quoted(language.split('-')[0] ?? language)}, hyphenate: true)`,
    '#set page(paper: "a4", numbering: "1", margin: (top: 84pt, bottom: 86pt, inside: 164pt, outside: 79pt))',
    '#set par(justify: true, leading: 0.7em)',
    '#show heading.where(level: 1): it => { pagebreak(weak: true); text(size: 26pt, it.body); v(2em) }',
    '#show raw: set text(font: "Source Code Pro", size: 8.5pt)',
    '#let at(l) = context { counter(page).at(label(l)).first() }',
  ];
  const body = chapters.flatMap((chapter) => [
    `#heading(level: 1)[#${quoted(chapter.title)}]`,
    ...chapter.entries.flatMap((entry) => {
      const mentioned = new Set([entry.number]);
      return [
        `#heading(level: 2)[#${quoted(`${entry.number} `)}${phrasing(entry.question, mentioned)}] #label(${quoted(`q${entry.number}`)})`,
        ...entry.answer.map((block) => blockSource(block, mentioned)),
        ...entry.related.map(
          (number) => `#list([#${quoted(`${number} (p. `)}#at(${quoted(`q${number}`)})#")"])`,
        ),
      ];
    }),
  ]);
  return `${[...head, ...body].join('\n\n')}\n`;
}

function blockSource(block: Block, mentioned: Set<string>): string {
  const within = (blocks: readonly Block[]): string =>
    blocks.map((own) => blockSource(own, mentioned)).join('\n\n');
  switch (block.type) {
    case 'paragraph':
      return `#par[${phrasing(block.children, mentioned)}]`;
    case 'heading':
      return `#heading(level: ${block.depth + 2})[${phrasing(block.children, mentioned)}]`;
    case 'thematicBreak':
      return '#line(length: 20%)';
    case 'blockquote':
      return `#quote(block: true)[${within(block.children)}]`;
    case 'list': {
      const items = block.children.map(({ children }) => `[${within(children)}]`);
      return `#${block.ordered ? `enum(start: ${block.start ?? 1}, ` : 'list('}tight: ${!block.spread}, ${items.join(', ')})`;
    }
    case 'code':
    case 'math':
      return `#raw(block: true, ${quoted(block.value)})`;
    case 'table': {
      const cells = block.children.flatMap((row) =>
        row.children.map((cell) => `[${phrasing(cell.children, mentioned)}]`),
      );
      return `#table(columns: ${block.children[0]?.children.length ?? 1}, ${cells.join(', ')})`;
    }
    case 'figure':
      return `#par[#${quoted(block.caption)}]`;
    case 'editFlow':
      return within(block.children);
    case 'details':
      return `#par[${phrasing(block.summary, mentioned)}]\n\n${within(block.children)}`;
    case 'admonition':
      return `#block(inset: 9pt, fill: luma(245))[${within(block.children)}]`;
  }
}

function phrasing(nodes: readonly Phrasing[], mentioned: Set<string>): string {
  return nodes.map((node) => phrase(node, mentioned)).join('');
}

function phrase(node: Phrasing, mentioned: Set<string>): string {
  switch (node.type) {
    case 'text':
      return `#${quoted(node.value)}`;
    case 'break':
      return '#linebreak()';
    case 'emphasis':
      return `#emph[${phrasing(node.children, mentioned)}]`;
    case 'strong':
      return `#strong[${phrasing(node.children, mentioned)}]`;
    case 'inlineCode':
    case 'inlineMath':
      return `#raw(${quoted(node.value)})`;
    case 'crossReference': {
      const to = quoted(`q${node.number}`);
      const link = `#link(label(${to}))[${phrasing(node.children, mentioned)}]`;
      if (mentioned.has(node.number)) return link;
      mentioned.add(node.number);
      return `${link}#${quoted(` (${node.number}, p.\u00a0`)}#at(${to})#")"`;
    }
    case 'link':
      return `#link(${quoted(node.url)})[${phrasing(node.children, mentioned)}]`;
    case 'image':
      return `#${quoted(node.alt)}`;
    case 'footnoteReference':
      return `#super[${node.index}]`;
    case 'subscript':
      return `#sub[${phrasing(node.children, mentioned)}]`;
    case 'superscript':
      return `#super[${phrasing(node.children, mentioned)}]`;
    case 'delete':
    case 'span':
    case 'keyboard':
    case 'abbreviation':
    case 'editText':
      return phrasing(node.children, mentioned);
  }
}

/** A string as Typst writes it. */
function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t');
  return `"${escaped}"`;
}
