/** MathML Core, without what can act or point elsewhere: no href, no event handlers, no annotation-xml. */
export const MATH_ELEMENTS: readonly string[] = (
  'math maction annotation menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
  'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
).split(' ');

/** Their attributes, spelt as hast keeps them. */
export const MATH_PROPERTIES: readonly string[] = (
  'accent accentunder accentUnder alttext altText columnalign columnAlign columnlines columnLines columnspacing columnSpacing ' +
  'columnspan columnSpan depth display displaystyle displayStyle encoding fence form height largeop largeOp linebreak ' +
  'linethickness lineThickness lspace lSpace mathbackground mathcolor mathsize mathvariant mathVariant maxsize maxSize minsize ' +
  'minSize movablelimits movableLimits notation rowalign rowAlign rowlines rowLines rowspacing rowSpacing rowspan rspace rSpace ' +
  'scriptlevel scriptLevel separator stretchy symmetric voffset width xmlns'
).split(' ');
