import type { Root } from 'hast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import { unified } from 'unified';

/** MathML Core, without what can act or point elsewhere: no href, no event handlers, no annotation-xml. */
const MATH_ELEMENTS: readonly string[] = (
  'math maction annotation menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
  'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
).split(' ');

/** Their attributes, spelt as hast keeps them. */
const MATH_PROPERTIES: readonly string[] = (
  'accent accentunder accentUnder alttext altText columnalign columnAlign columnlines columnLines columnspacing columnSpacing ' +
  'columnspan columnSpan depth display displaystyle displayStyle encoding fence form height largeop largeOp linebreak ' +
  'linethickness lineThickness lspace lSpace mathbackground mathcolor mathsize mathvariant mathVariant maxsize maxSize minsize ' +
  'minSize movablelimits movableLimits notation rowalign rowAlign rowlines rowLines rowspacing rowSpacing rowspan rspace rSpace ' +
  'scriptlevel scriptLevel separator stretchy symmetric voffset width xmlns'
).split(' ');

/**
 * What an answer may consist of. Nothing active is on the list: no script, style, form, frame, event handler
 * or style attribute; and links lead to http, https, mailto or within the site.
 */
const schema: Schema = {
  ...defaultSchema,
  // Ids are ours (`q618`, `q618-fn-1`), known to be unique, and linked to: they stay as they are.
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style', 'template'],
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'], src: [] },
  tagNames: [
    ...'a abbr aside bdi blockquote br caption code col colgroup dd del details div dl dt em figcaption figure'.split(
      ' ',
    ),
    ...'h2 h3 h4 h5 h6 hr i img input ins kbd label li ol p pre s section small span strong sub summary sup'.split(
      ' ',
    ),
    ...'table tbody td tfoot th thead tr ul'.split(' '),
    ...MATH_ELEMENTS,
  ],
  attributes: {
    '*': [
      ...'id className dir lang title role ariaLabel ariaLabelledBy ariaDescribedBy ariaHidden'.split(' '),
      ...MATH_PROPERTIES,
    ],
    a: ['href', 'dataCopy', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataNumber', 'rel', 'hrefLang'],
    blockquote: ['cite'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    input: ['type', 'checked', 'disabled'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align', 'scope'],
    section: ['dataFootnotes'],
    div: ['tabIndex'],
    span: ['tabIndex'],
    pre: ['tabIndex'],
    details: ['open'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
};

const processor = unified().use(rehypeSanitize, schema).freeze();

/** Returns the tree without anything that the schema does not name. */
export function sanitise(tree: Root): Root {
  return processor.runSync(tree) as Root;
}
