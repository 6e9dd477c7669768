import type { AnswerNode, Block, FootnoteDefinition, Labels, Phrasing } from '@octavo/core';
import { type Content, said } from '../content/content.ts';
import { entryTarget } from '../content/entry-target.ts';
import { address } from './address.ts';
import { plainPhrasing } from './plain-text.ts';

/** What an answer must say: the handbook's nodes in the common form. A walk of its own: no compiler's. */
export function answerContent(
  answer: readonly Block[],
  footnotes: readonly FootnoteDefinition[],
  labels: Labels,
): Content[] {
  return [
    ...all(answer, labels),
    ...footnotes.map((note) => said('note', `${note.index}`, all(note.children, labels))),
  ];
}

function all(nodes: readonly AnswerNode[], labels: Labels): Content[] {
  return nodes.map((node) => one(node, labels));
}

function one(node: AnswerNode, labels: Labels): Content {
  const inner = (nodes: readonly AnswerNode[]): Content[] => all(nodes, labels);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return said('inlineCode', '', [node.value]);
    case 'code':
      return said('code', '', [node.value]);
    case 'math':
      return said('block', '', [said('formula', node.value)]);
    case 'inlineMath':
      return said('formula', node.value);
    case 'break':
      return said('break', '');
    case 'thematicBreak':
      return said('rule', '');
    case 'image':
      return said('image', node.alt);
    case 'figure':
      return said('block', '', [said('image', node.image.alt), said('caption', '', [node.caption])]);
    case 'link':
      return said('link', address(node.url), inner(node.children));
    case 'crossReference':
      return said('link', entryTarget(node.number, node.fragment), inner(node.children));
    case 'footnoteReference':
      return said('mark', `${node.index}`);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
    case 'keyboard':
      return said('style', node.type, inner(node.children));
    case 'abbreviation':
      return said(
        'style',
        node.title ? `abbreviation (${node.title})` : 'abbreviation',
        inner(node.children),
      );
    case 'span':
      return localised(node.lang, inner(node.children));
    case 'paragraph':
      return said('block', '', [localised(node.lang, inner(node.children))].flat());
    case 'heading':
      return said('heading', `${node.depth}`, inner(node.children));
    case 'blockquote':
      return said('quote', '', inner(node.children));
    case 'list':
      return said('list', node.ordered ? `ordered ${node.start ?? 1}` : 'bullet', inner(node.children));
    case 'listItem':
      return said(
        'item',
        node.checked === undefined ? '' : node.checked ? 'done' : 'open',
        inner(node.children),
      );
    case 'table':
      return said(
        'table',
        '',
        node.children.map((row, index) =>
          said(
            'row',
            '',
            row.children.map((cell) => said('cell', index === 0 ? 'head' : '', inner(cell.children))),
          ),
        ),
      );
    case 'tableRow':
    case 'tableCell':
      return said(node.type === 'tableRow' ? 'row' : 'cell', '', inner(node.children));
    case 'admonition':
      return said('box', node.kind, [
        said('block', '', boxTitle(labels[node.kind], node.title, inner)),
        ...inner(node.children),
      ]);
    case 'details':
      return said('box', 'details', [said('block', '', inner(node.summary)), ...inner(node.children)]);
    case 'footnoteDefinition':
      return said('note', `${node.index}`, inner(node.children));
  }
}

/** A run or paragraph with a language of its own. */
function localised(lang: string | undefined, children: readonly Content[]): Content {
  return lang === undefined ? said('style', '', children) : said('language', lang, children);
}

/** The kind in words, unless the author's own title has that word, then the title. */
function boxTitle(
  word: string,
  title: readonly Phrasing[] | undefined,
  inner: (nodes: readonly AnswerNode[]) => Content[],
): Content[] {
  if (!title) return [word];
  return plainPhrasing(title).toLowerCase().includes(word.toLowerCase())
    ? inner(title)
    : [`${word} `, ...inner(title)];
}
