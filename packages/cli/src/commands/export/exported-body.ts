import { posix } from 'node:path';
import { keepProse } from '@octavo/import';
import type { Heading, Link, PhrasingContent, Root } from 'mdast';
import remarkInlineLinks from 'remark-inline-links';
import { visit } from 'unist-util-visit';

/** How links and images are written in the one document. */
export interface BodySettings {
  /** The path from the document to the handbook's folder; empty when the document lies in it. */
  readonly home: string;
  /** Returns the entry that a reference in a file means. */
  readonly target: (
    reference: string,
    from: string,
  ) => { readonly id: string; readonly words: PhrasingContent } | undefined;
}

interface Place extends BodySettings {
  readonly number: string;
  /** The entry's file, from the handbook's folder. */
  readonly path: string;
  /** The text that the tree was read from. */
  readonly text: string;
}

/** `[text][name]` becomes an inline link. */
const inlineReferences = remarkInlineLinks();

/**
 * Converts the body of an entry's file for a document that holds many: without front matter, with headings
 * below the question's, links to entries by their ids in the document, image paths from the document's place,
 * and names of notes and definitions that no other entry uses.
 */
export function exportedBody(tree: Root, place: Place): Root {
  const body = structuredClone(tree);
  body.children = body.children.filter((node) => node.type !== 'yaml');
  nestHeadings(body);
  // Two entries may define the same name.
  inlineReferences(body);
  keepProse(body, place.text);
  visit(body, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      node.label = `${place.number}-${node.label ?? node.identifier}`;
      node.identifier = node.label.toLowerCase();
    }
    if (node.type === 'link') readdress(node, place);
    if (node.type === 'image') node.url = imageFrom(node.url, place);
  });
  return body;
}

/** The shallowest heading of an answer gets the fourth level, below its question's. */
function nestHeadings(body: Root): void {
  let least = 7;
  visit(body, 'heading', (node: Heading) => {
    least = Math.min(least, node.depth);
  });
  visit(body, 'heading', (node: Heading) => {
    node.depth = Math.min(6, node.depth - least + 4) as Heading['depth'];
  });
}

/** A link to an entry leads to its id; a link without text gets the text that it is printed with. */
function readdress(node: Link, { path, target }: Place): void {
  const reference = node.url.startsWith('#') ? decode(node.url.slice(1)) : node.url;
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return;
  const found = target(reference, path);
  if (!found) return;
  node.url = `#${found.id}`;
  if (node.children.length === 0) node.children = [found.words];
}

function imageFrom(url: string, { path, home }: Place): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  const fromHandbook = posix.join(posix.dirname(path), url);
  return home === '' ? fromHandbook : posix.join(home, fromHandbook);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
