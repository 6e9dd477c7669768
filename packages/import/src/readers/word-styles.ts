/** The styles of our own Word documents by the HTML that mammoth reads each as; `!` is left out. */
export const WORD_STYLES: readonly { readonly name: string; readonly of: 'p' | 'r'; readonly as: string }[] =
  [
    { name: 'Octavo Code', of: 'p', as: 'pre:fresh' },
    { name: 'Octavo Formula', of: 'p', as: 'pre.formula:fresh' },
    { name: 'Octavo Quote', of: 'p', as: 'blockquote > p:fresh' },
    ...['Note', 'Tip', 'Warning'].flatMap((kind) => {
      const box = `div.${kind.toLowerCase()}.callout`;
      return [
        { name: `Octavo ${kind} Title`, of: 'p', as: `${box}:fresh > p.box-title:fresh` },
        { name: `Octavo ${kind}`, of: 'p', as: `${box} > p:fresh` },
      ] as const;
    }),
    { name: 'Octavo Summary', of: 'p', as: 'details:fresh > summary:fresh' },
    { name: 'Octavo Details', of: 'p', as: 'details > p:fresh' },
    { name: 'Octavo Figure', of: 'p', as: 'figure:fresh' },
    { name: 'Octavo Caption', of: 'p', as: 'figure > figcaption:fresh' },
    { name: 'Octavo Table Caption', of: 'p', as: 'p.table-caption:fresh' },
    { name: 'Octavo Table Head', of: 'p', as: 'p:fresh' },
    { name: 'Octavo Break', of: 'p', as: 'hr:fresh' },
    { name: 'Octavo Space', of: 'p', as: '!' },
    { name: 'Octavo Facts', of: 'p', as: '!' },
    { name: 'Octavo Shown', of: 'r', as: 'span.shown' },
    ...[1, 2, 3].flatMap((level) => [
      { name: `Octavo Continue ${level}`, of: 'p' as const, as: `${'ul|ol > li > '.repeat(level)}p:fresh` },
      {
        name: `Octavo Clause ${level}`,
        of: 'p' as const,
        as: `${'ul > li > '.repeat(level - 1)}ul > li:fresh`,
      },
    ]),
    { name: 'Octavo Code Text', of: 'r', as: 'code' },
    { name: 'Octavo Formula Text', of: 'r', as: 'code.formula' },
    { name: 'Octavo Key', of: 'r', as: 'kbd' },
  ];
