import { fromHtml } from 'hast-util-from-html';
import type { RootContent } from 'mdast';
import { boundHtml } from '../html/bound.ts';
import { prepare } from '../html/prepare.ts';
import { htmlToMdast } from '../html/to-mdast.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { resolveReferences } from '../markdown/reference-links.ts';
import { resolveHtml } from '../markdown/resolve-html.ts';
import { place } from '../model/place.ts';
import { anchorsToBlocks } from '../recognise/lift-anchors.ts';
import { paragraphsOf } from '../text/paragraphs.ts';

/**
 * The blocks of a text that stands in a data field: HTML when it has tags of blocks, Markdown when it has
 * its marks, plain paragraphs otherwise. All positions are those of the field's line.
 */
export function answerBlocks(value: string, line: number): RootContent[] {
  return anchorsToBlocks(blocksOf(value).map((block) => place(block, line))).blocks;
}

function blocksOf(value: string): RootContent[] {
  if (
    /<\/?(?:p|br|ul|ol|li|a|b|i|em|strong|div|span|h[1-6]|table|pre|code|img|blockquote)\b[^>]*>/i.test(value)
  ) {
    const tree = fromHtml(boundHtml(value.replace(/\n{2,}/g, '<p>')), { fragment: true });
    prepare(tree, false);
    return htmlToMdast(tree);
  }
  if (/^\s*(?:[-*+] |\d+[.)] |```|#{1,6} |>|\|)|\]\([^)\s]+\)|`[^`\n]+`|\*\*[^*\n]+\*\*/m.test(value)) {
    const tree = parseMarkdown(value);
    resolveReferences(tree);
    resolveHtml(tree);
    return tree.children;
  }
  return paragraphsOf(value);
}
