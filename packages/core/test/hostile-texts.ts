export const times = (count: number, text: string): string => text.repeat(count);
export const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** What would be slow, or overflow a stack, if nothing stood before the parser. */
export const REFUSED: Readonly<Record<string, string>> = {
  'a line of 5 MB': times(1_000_000, 'word '),
  '100,000 lines': times(100_000, 'a\n'),
  '1,000 quotes in one another': `${times(1000, '>')} x`,
  '1,000 quotes with spaces': `${times(1000, '> ')}x`,
  '700 lists in one another': lines(700, (at) => `${times(at, '  ')}- x`),
  '300 lists on one line': `${times(300, '- ')}x`,
  '300 numbered lists on one line': `${times(300, '1. ')}x`,
  '500 lists in a quote': lines(500, (at) => `> ${times(at, '  ')}- x`),
  '80 lists in one another, just below what the text tells': lines(80, (at) => `${times(at, '  ')}- x`),
  '1,000 directives in one another': lines(1000, (at) => `${times(1010 - at, ':')}note`),
  '5,000 directives that nothing closes': times(5000, ':::note\n'),
  '20,000 marks': times(5000, '*a **b ') + times(5000, ' b** a*'),
  '10,000 marks of two kinds': times(5000, '*a _b '),
  '10,000 marks over as many lines': times(5000, '*a\n_b\n'),
  '10,000 marks behind a number that begins no list': times(5000, '*a\n2. _b\n'),
  'emphasis 120 deep': times(60, '*a **b ') + times(60, 'b** a*'),
  '10,000 elements in one another': times(10_000, '<kbd>') + times(10_000, '</kbd>'),
  '10,000 elements that nothing closes': times(10_000, '<sub>'),
  '3,000 details in one another':
    times(3000, '<details><summary>x</summary>\n\n') + times(3000, '</details>\n\n'),
  '50,000 opening brackets': times(50_000, '['),
  '20,000 links that never end': times(20_000, '[a]('),
  '20,000 addresses that never end': times(20_000, '[a](<b'),
  '20,000 titles that never end': times(20_000, '[a](b "c'),
  '20,000 definitions on one line': times(20_000, '[a]: <b'),
  '60,000 tags that never end': times(60_000, '<div'),
  '60,000 brackets behind a fence that opens nothing': `<div>\n\n- x\n  \`\`\`\n\n${times(60_000, '[')}`,
  '20,000 brackets over as many lines': times(20_000, '[a](\n'),
  '60,000 brackets in paragraphs of three': times(20_000, '[a][\n\n'),
  '240,000 letters of an address': times(60_000, 'www.'),
  '10,000 declarations that never end': times(10_000, 'a <?'),
};

/** What is large and fine. */
export const READ: Readonly<Record<string, string>> = {
  '200,000 letters without a space': times(200_000, 'a'),
  '100,000 asterisks': times(100_000, '*'),
  '10,000 brackets': times(10_000, '['),
  '10,000 images that never end': times(10_000, '!['),
  '5,000 links that never end': times(5000, '[a]('),
  '5,000 closing brackets': times(5000, ']('),
  '2,000 links': times(2000, '[a](#1) '),
  '2,000 spans in one another': times(2000, ':span[') + times(2000, ']'),
  '500 footnotes': `${lines(500, (at) => `x[^${at}]`)}\n\n${lines(500, (at) => `[^${at}]: y`)}`,
  'a table of 1,000 rows, every cell strong': `| a | b |\n|---|---|\n${times(1000, '| **a** | **b** |\n')}`,
  'a list of 1,000 items, every one with emphasis': times(1000, '- **a**: *b*\n'),
  'a numbered list of 1,000 items, every one with emphasis': lines(1000, (at) => `${at + 1}. **a**: *b*`),
  '1,000 lines of code with marks': `\`\`\`py\n${times(1000, 'def _a(*b, **c): return _d\n')}\`\`\``,
  'prose with 3,000 names in snake_case': times(3000, 'a_b_c '),
  'a rule of 200 marks': times(200, '- '),
  'a page of prose behind a bracket that nothing closes': `[ ${times(10_000, 'who will ')} https://a.b/`,
  '60,000 brackets as code': `Text.\n\n\`\`\`\n${times(60_000, '[')}\n\`\`\`\n\nText.`,
  '1,000 lines of code with brackets in a list': `- \`\`\`\n${times(1000, '  a[b[0]] = c[d];\n')}  \`\`\``,
  'backticks of 300 lengths': lines(300, (at) => times(at + 1, '`')),
  '10,000 half-made entities': times(10_000, '&#'),
};
