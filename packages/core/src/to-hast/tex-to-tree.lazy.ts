import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';

/** Converts TeX to Temml's MathML as a tree. Throws the parser's error for TeX that does not parse. */
export function texToTree(tex: string, display: boolean): Root {
  const html = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    annotate: false,
    trust: false,
    strict: false,
    macros: { '\\mbox': '\\text{#1}' },
  });
  return fromHtml(html, { fragment: true, space: 'html' });
}
