import fc from 'fast-check';

const WORDS = ['alpha', 'beta', 'Gamma', 'why', 'what', 'is', 'it', 'größer', 'Ünal', '質問', 'なぜ', 'سؤال', 'x1', '12', '3.4', 'don’t'];
const PIECES: Readonly<Record<string, readonly string[]>> = {
  md: ['# ', '## ', '### ', '- ', '1. ', '2) ', '> ', '```\n', '    ', '**', '*', '_', '`', '[', '](', ')', '](#alpha)', '![', '|', '| --- |', '---', '===', '<details>', '<summary>', '</summary>', '</details>', '<br>', '<b>', '</b>', '<h3 id="a">', '</h3>', '<x-y>', '&amp;', '\\', '$', ':::note', ':::', ':a[b]', '[^1]', '[^1]: ', '{#id}', '{{ a }}', '!!! note', '<!-- ', ' -->'],
  txt: ['Q: ', 'A: ', 'Q1. ', '1. ', ' 2) ', '1.1 ', '===', '---', '- ', '    ', '  $ ', '```', 'Subject: ', 'SECTION', '\t', '(1) ', '[2] '],
  html: ['<h2>', '</h2>', '<p>', '</p>', '<dl><dt>', '</dt><dd>', '</dd></dl>', '<ul><li>', '</li></ul>', '<table><tr><td>', '</td></tr></table>', '<b>', '</b>', '<a href="#a">', '</a>', '<a name="a">', '<div class="question">', '</div>', '<details><summary>', '</summary>', '</details>', '<pre>', '</pre>', '<br>', '<', '>', '&lt;', '&nbsp;', '<img alt="alpha" src="x">', '<q>', '</q>'],
  rst: ['====', '----', '.. note:: ', '.. code-block:: sh\n\n', '.. _a:', '``', '*', '**', '`', '`_', ':ref:`', '- ', '1. ', '#. ', ':field: ', '   ', '::', '.. image:: x', '.. [1] ', '[1]_', '|', '| a', '+--+--+', '==  ==', '.. ', '\\'],
  csv: [',', '"', '""', ';', '\t', 'question,answer\n', '|'],
  json: ['{"question":"', '","answer":"', '"}', '[', ']', ',', '{', '}', '":'],
};

/** Texts in the manner of a format: its marks and words of several scripts in any order. Question marks and line ends are many. */
export function anySource(kind: keyof typeof PIECES): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 4, arbitrary: fc.constantFrom(...(PIECES[kind] ?? [])) },
    { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '? ', '?\n\n', '\n', '\n\n', '. ') },
  );
  return fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
}

export const KINDS: readonly string[] = Object.keys(PIECES);
