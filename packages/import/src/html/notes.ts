import type { Element, ElementContent, Root } from 'hast';
import type { FootnoteDefinition } from 'mdast';
import { prepare } from './prepare.ts';
import { eachHtml, htmlToMdast } from './to-mdast.ts';
import { wordsOf } from './words-of.ts';

const NOTE = /note|^fn|^_?ftn|^en\d/i;
/** What reviewers said at the margin of a Google document. */
const COMMENT = /^cmnt\d/;

/**
 * Takes the notes of a page out of it, as Word, Asciidoctor, Pandoc and wikis set them: a raised link to a
 * place called "note" and so on. Each citation becomes an `octavo-note`; returned are the notes.
 */
export function takeNotes(tree: Root): Map<string, FootnoteDefinition> {
  const places = new Map<string, { readonly element: Element; readonly parent: Root | Element }>();
  const parents = new Map<Element, Root | Element>();
  eachHtml(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      parents.set(child, node);
      const { id } = child.properties;
      if (typeof id === 'string') places.set(id, { element: child, parent: node });
    }
  });
  // Google Docs names the mark before the note.
  const placeOf = (id: string) => {
    const place = places.get(id);
    const { element, parent } = place ?? {};
    if (element?.tagName !== 'a' || parent?.type !== 'element') return place;
    return { element: parent, parent: parents.get(parent) ?? tree };
  };
  const cited = new Map<string, string>();
  for (const [link, parent] of parents) {
    const id = link.tagName === 'a' ? /^#(.+)$/.exec(String(link.properties.href ?? ''))?.[1] : undefined;
    const target = id === undefined ? undefined : placeOf(id)?.element;
    const raised = parent.type === 'element' && parent.tagName === 'sup';
    if (id !== undefined && target && raised && COMMENT.test(id)) {
      for (const one of [parent, target]) Object.assign(one, { tagName: 'octavo-comment' });
      continue;
    }
    const isNote =
      raised || link.properties.role === 'doc-noteref' || /noteref/.test(String(link.properties.className));
    if (
      id === undefined ||
      !target ||
      !isNote ||
      !NOTE.test(id) ||
      !/^(?:li|div|p|aside|dd|section)$/.test(target.tagName)
    )
      continue;
    cited.set(id, cited.get(id) ?? `note-${cited.size + 1}`);
    const mark = raised && parent.type === 'element' ? parent : link;
    Object.assign(mark, { tagName: 'octavo-note', properties: { name: cited.get(id) }, children: [] });
  }
  return new Map(
    [...cited].flatMap(([id, name]) => {
      const place = placeOf(id);
      if (!place) return [];
      const { children } = place.parent;
      children.splice(children.indexOf(place.element), 1);
      const isRest = children.every(
        (child) =>
          (child.type === 'text' && child.value.trim() === '') ||
          (child.type === 'element' && child.tagName === 'hr'),
      );
      if (isRest) children.length = 0;
      return [[name, noteOf(place.element, name)] as const];
    }),
  );
}

function noteOf(element: Element, name: string): FootnoteDefinition {
  const root: Root = { type: 'root', children: withoutWay(element.children) };
  prepare(root, false);
  const children = htmlToMdast(root) as FootnoteDefinition['children'];
  return { type: 'footnoteDefinition', identifier: name, label: name, children };
}

/** A number, a sign or a letter, or words such as "back": a link in a note may lead to a question as well. */
const WAY =
  /^(?:[\s\d[\]().^↑↩*†]|\ufe0e|(?<!\p{L})\p{L}(?!\p{L}))*$|^\W*(?:jump|go|return|back|zurück|retour|volver)\b.{0,30}$/isu;

/** Returns the content of a note without its number and without the link back to its citation. */
function withoutWay(children: readonly ElementContent[]): ElementContent[] {
  const kept = children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const isWay =
      child.tagName === 'a' &&
      String(child.properties.href ?? '').startsWith('#') &&
      WAY.test(wordsOf(child));
    return isWay ? [] : [{ ...child, children: withoutWay(child.children) }];
  });
  // The signs around the number go with it.
  for (const child of kept) {
    if (child.type !== 'text') break;
    child.value = child.value.replace(/^[\s.:\]]+/, '');
    if (child.value !== '') break;
  }
  return kept;
}
