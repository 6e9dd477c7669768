import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { boundHtml } from '../html/bound.ts';
import { settleFormulas } from '../html/formulas.ts';
import { SKIPPED } from '../html/left-out.ts';
import { takeNotes } from '../html/notes.ts';
import { prepare } from '../html/prepare.ts';
import { withoutSpace } from '../html/space-titles.ts';
import { eachHtml, htmlToMdast } from '../html/to-mdast.ts';
import { wordsOf } from '../html/words-of.ts';
import { droppedPart, type FoundDropped } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText, SourceWord } from '../model/source.ts';
import { oneLine } from '../model/text-of.ts';
import { wordsAt } from '../model/words.ts';
import { faqPagesIn } from './json/faq-page.ts';

/** Reads a web page: its text without navigation, footers and scripts, which are listed. */
export function readHtml({ path, text }: SourceText): ReadDocument {
  const tree = fromHtml(boundHtml(text), { fragment: false });
  settleFormulas(tree);
  const words = wordsOfPage(tree);
  const about = aboutPage(tree);
  const linked = linkedData(tree);
  const spaces: FoundDropped[] = [];
  const title = withoutSpace(tree, about.title, (said, line) =>
    spaces.push(droppedPart('navigation', said, { path, line })),
  );
  const footnotes = takeNotes(tree);
  const dropped = prepare(tree, true)
    .filter(({ text: said }) => said.trim() !== '')
    .map(({ what, text: said, line }) => droppedPart(what, said, { path, line }));
  const blocks = htmlToMdast(tree);
  const parts = blocks.length === 0 ? linked.flatMap((json) => faqPagesIn(json, path)) : [];
  return {
    ...about,
    title,
    content: parts.length > 0 ? { kind: 'parts', parts } : { kind: 'blocks', blocks },
    footnotes,
    dropped: [...spaces, ...dropped],
    words,
    findings: [],
  };
}

/** Lists the words that a reader of the page sees, without scripts and the title of the window. */
function wordsOfPage(tree: Root): readonly SourceWord[] {
  const words: SourceWord[] = [];
  const todo: Root['children'] = [...tree.children].reverse();
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'text')
      for (const word of wordsAt(node.value, node.position?.start.line ?? 1)) words.push(word);
    if (node.type !== 'element' || SKIPPED[node.tagName] || node.tagName === 'head') continue;
    if (node.tagName === 'img' && typeof node.properties.alt === 'string')
      for (const word of wordsAt(node.properties.alt, node.position?.start.line ?? 1)) words.push(word);
    for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as Element);
  }
  return words;
}

function aboutPage(tree: Root): Pick<ReadDocument, 'title' | 'language' | 'base'> {
  let title: string | undefined;
  let language: string | undefined;
  let base: string | undefined;
  eachHtml(tree, (node) => {
    if (node.type !== 'element') return;
    const { lang, xmlLang, href, rel } = node.properties;
    if (node.tagName === 'html')
      language ??= [lang, xmlLang].find(
        (tag): tag is string => typeof tag === 'string' && /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag),
      );
    if (node.tagName === 'title') title ??= oneLine(wordsOf(node)) || undefined;
    const canonical =
      node.tagName === 'base' || (node.tagName === 'link' && [rel].flat().includes('canonical'));
    if (canonical && typeof href === 'string' && /^https?:\/\//.test(href)) base ??= href;
  });
  return { title, language, base };
}

function linkedData(tree: Root): readonly unknown[] {
  const found: unknown[] = [];
  eachHtml(tree, (node) => {
    if (
      node.type !== 'element' ||
      node.tagName !== 'script' ||
      node.properties.type !== 'application/ld+json'
    )
      return;
    try {
      found.push(JSON.parse(wordsOf(node)));
    } catch {
      // Broken linked data is a script like any other.
    }
  });
  return found;
}
