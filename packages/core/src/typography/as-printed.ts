import type { AnswerNode, Block, FootnoteDefinition, Phrasing } from '../model/answer.ts';
import type { Entry, Handbook, Page } from '../model/documents.generated.ts';
import type { FieldValue, OwnTypes } from '../model/own-types.ts';
import { type Stretch, smartTexts } from './smart-text.ts';

/**
 * The handbook as its formats print it. `typography: smart` sets quotation marks, apostrophes and dashes by
 * language; code, keys, formulas and addresses stay as they are, and so do numbers, ids, fingerprints and the
 * handbook that is given.
 */
export function asPrinted(handbook: Handbook): Handbook {
  if (handbook.settings.typography !== 'smart') return handbook;
  const { language } = handbook;
  const line = (text: string): string => setLine(text, language);
  const some = <Key extends string>(key: Key, text: string | undefined): { [Name in Key]?: string } =>
    text === undefined ? {} : ({ [key]: line(text) } as { [Name in Key]?: string });
  const phrasing = (nodes: readonly Phrasing[]): readonly Phrasing[] => setPhrasing(nodes, language);
  const blocks = <Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] =>
    setNodes(nodes, language);
  const page = (own: Page): Page => ({
    ...own,
    title: line(own.title),
    body: blocks<Block>(own.body),
    footnotes: blocks<FootnoteDefinition>(own.footnotes),
  });
  const entry = (own: Entry): Entry => ({
    ...own,
    question: phrasing(own.question),
    answer: blocks<Block>(own.answer),
    footnotes: blocks<FootnoteDefinition>(own.footnotes),
    ...(own.fields ? { fields: own.fields.map((field) => setField(field, phrasing)) } : {}),
    index: own.index.map(([term, ...below]) => [line(term), ...below.map(line)] as const),
  });
  return {
    ...handbook,
    title: line(handbook.title),
    ...some('subtitle', handbook.subtitle),
    ...some('description', handbook.description),
    front: handbook.front.map(page),
    back: handbook.back.map(page),
    parts: handbook.parts.map((part) => ({ ...part, title: line(part.title) })),
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      title: line(chapter.title),
      ...some('summary', chapter.summary),
      ...(chapter.intro ? { intro: page(chapter.intro) } : {}),
      entries: chapter.entries.map(entry),
    })),
    topics: handbook.topics.map((topic) => ({
      ...topic,
      title: line(topic.title),
      ...some('description', topic.description),
    })),
    ...(handbook.lists
      ? {
          lists: handbook.lists.map((list) =>
            typeof list === 'string' ? list : { ...list, title: line(list.title) },
          ),
        }
      : {}),
    ...(handbook.types ? { types: setTypes(handbook.types, line) } : {}),
    glossary: handbook.glossary.map((term) => ({
      ...term,
      term: line(term.term),
      definition: phrasing(term.definition),
      also: term.also.map(line),
    })),
  };
}

function setField(
  field: FieldValue,
  phrasing: (nodes: readonly Phrasing[]) => readonly Phrasing[],
): FieldValue {
  return field.prose ? { ...field, prose: field.prose.map(phrasing) } : field;
}

/** What types and fields are called; values are data. */
function setTypes(
  { fields, types, taxonomies, ...rest }: OwnTypes,
  line: (text: string) => string,
): OwnTypes {
  return {
    ...rest,
    fields: fields.map((field) => ({ ...field, title: line(field.title) })),
    types: types.map((type) => ({ ...type, title: line(type.title) })),
    taxonomies: taxonomies.map((taxonomy) => ({
      ...taxonomy,
      title: line(taxonomy.title),
      concepts: taxonomy.concepts.map((concept) => ({ ...concept, title: line(concept.title) })),
    })),
  };
}

/** A text that stands alone. */
function setLine(text: string, language: string): string {
  return smartTexts([{ text, language }])[0] ?? text;
}

/** Blocks, each with its phrasing set as one text. */
function setNodes<Node extends AnswerNode>(nodes: readonly Node[], language: string): readonly Node[] {
  return nodes.map((node) => setNode(node, language) as Node);
}

function setNode(node: AnswerNode, language: string): AnswerNode {
  const own = 'lang' in node && node.type === 'paragraph' ? (node.lang ?? language) : language;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return { ...node, children: setPhrasing(node.children, own) };
    case 'figure':
      return {
        ...node,
        caption: setLine(node.caption, language),
        image: { ...node.image, alt: setLine(node.image.alt, language) },
      };
    case 'table':
      return {
        ...node,
        ...(node.caption ? { caption: setPhrasing(node.caption, own) } : {}),
        children: setNodes(node.children, own),
      };
    case 'details':
      return {
        ...node,
        summary: setPhrasing(node.summary, own),
        children: setNodes<Block>(node.children, own),
      };
    case 'admonition':
      return {
        ...node,
        ...(node.title ? { title: setPhrasing(node.title, own) } : {}),
        children: setNodes<Block>(node.children, own),
      };
    default:
      return 'children' in node
        ? ({ ...node, children: setNodes<AnswerNode>(node.children, own) } as AnswerNode)
        : node;
  }
}

/** Phrasing whose texts are set together, so that a quotation may hold marked words. */
function setPhrasing(nodes: readonly Phrasing[], language: string): readonly Phrasing[] {
  const stretches: Stretch[] = [];
  gather(nodes, language, stretches);
  const texts = smartTexts(stretches)[Symbol.iterator]();
  return replaced(nodes);

  function replaced(own: readonly Phrasing[]): readonly Phrasing[] {
    return own.map((node): Phrasing => {
      if ('children' in node && node.type !== 'keyboard')
        return { ...node, children: replaced(node.children) } as Phrasing;
      const text = texts.next().value;
      return node.type === 'text' ? { ...node, value: text ?? node.value } : node;
    });
  }
}

function gather(nodes: readonly Phrasing[], language: string, into: Stretch[]): void {
  for (const node of nodes) {
    if ('children' in node && node.type !== 'keyboard')
      gather(node.children, (node.type === 'span' ? node.lang : undefined) ?? language, into);
    else if (node.type === 'break') into.push({ text: '\n', language });
    else into.push({ text: node.type === 'text' ? node.value : undefined, language });
  }
}
