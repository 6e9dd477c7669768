import { type Handbook, loadHandbook, toText } from '@octavo/core';
import { bodyToHast } from '@octavo/core/hast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areBlocks, areFootnotes, arePhrasing } from './node-union.ts';
import { entryText, filesOf, load } from './sample.ts';

/** Pieces that mean something to a Markdown parser, to be put together at random. */
const FRAGMENTS = [
  'word',
  'é',
  '語',
  '👩‍🚀',
  'ا',
  ' ',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '```js\n',
  '~~~',
  '$',
  '$$',
  '\\',
  '\\\\frac{1}{2}',
  '#',
  '## ',
  '> ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '- [ ] ',
  '- [x] ',
  '---',
  '===',
  '***',
  '|',
  '|-|',
  '| a | b |\n|---|:-:|\n',
  '!',
  '[',
  ']',
  '(',
  ')',
  '[a](#1)',
  '[](#2)',
  '[a](#9)',
  '[x](basics/2-second.md)',
  '![a](x.png)',
  '![a](x.png "t")',
  '[r]',
  '[r]: #1',
  '[^1]',
  '[^1]: ',
  '[^n]',
  '<',
  '>',
  '<kbd>',
  '</kbd>',
  '<sub>',
  '</sub>',
  '<br>',
  '<details>',
  '<summary>',
  '</summary>',
  '</details>',
  '<a href="#1">',
  '</a>',
  '<img src="x.png" alt="y">',
  '<script>',
  '</script>',
  '<!-- ',
  ' -->',
  '<?',
  '?>',
  '<!X',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&',
  ';',
  ':',
  '::',
  ':::',
  ':::note',
  ':::tip[T]',
  ':::x',
  ':span[a]{lang=ja}',
  ':span[',
  ']{',
  '}',
  '{',
  'https://example.org/',
  'www.example.org',
  'a@b.example',
  '<https://example.org>',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u2028',
  '\ufeff',
  '"',
  "'",
  '=',
  '^',
  '---\n',
];
const fragments = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join(''));
const markdown = fc.oneof(
  { weight: 4, arbitrary: fragments },
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const OPTIONS = {
  href: () => '#',
  image: (src: string) => ({ src }),
  headingLevel: 3,
  idPrefix: 'q1-',
  direction: 'rtl' as const,
};

/** Holds a handbook to what every compiler counts on. */
function holdToModel(handbook: Handbook): void {
  for (const entry of handbook.chapters.flatMap((chapter) => chapter.entries)) {
    expect(arePhrasing(entry.question), JSON.stringify(entry.question)).toBe(true);
    expect(areBlocks(entry.answer), JSON.stringify(entry.answer)).toBe(true);
    expect(areFootnotes(entry.footnotes), JSON.stringify(entry.footnotes)).toBe(true);
    toText(entry.answer);
    bodyToHast(entry.answer, entry.footnotes, { ...OPTIONS, labels: handbook.labels });
  }
  for (const term of handbook.glossary) expect(arePhrasing(term.definition)).toBe(true);
  expect(JSON.parse(JSON.stringify(handbook))).toEqual(handbook);
}

test('any text as an answer is a handbook of the model, or messages, and never an exception', () => {
  fc.assert(
    fc.property(markdown, fc.boolean(), (body, lenient) => {
      const { handbook, messages } = load(
        { 'basics/1-first.md': entryText('1', body), 'basics/2-second.md': entryText('2', 'Two.') },
        { lenient },
      );
      const errors = messages.filter((message) => message.fatal === true);
      expect(handbook === undefined).toBe(errors.length > 0);
      for (const message of messages) {
        expect(message.line).toBeGreaterThan(0);
        expect(message.column).toBeGreaterThan(0);
        expect(message.ruleId).toBeDefined();
      }
      if (handbook) holdToModel(handbook);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('any text as a question and as a definition, likewise', () => {
  fc.assert(
    fc.property(fragments, fragments, (question, definition) => {
      const { handbook } = load({
        'basics/1-first.md': `---\nnumber: 1\nquestion: ${JSON.stringify(question)}\n---\n\nText.\n`,
        'glossary.yaml': `terms:\n  - term: Word\n    definition: ${JSON.stringify(definition)}\n`,
      });
      if (handbook) holdToModel(handbook);
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('any text as YAML, and any bytes as any file, are messages, and never an exception', () => {
  const yaml = fc
    .array(
      fc.constantFrom(
        'a',
        'number',
        'question',
        'title',
        'chapters',
        'rules',
        'labels',
        ': ',
        ':',
        '\n',
        '\n  ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '|',
        '>',
        '&a ',
        '*a',
        '!x ',
        '<<',
        '#',
        '~',
        'null',
        'true',
        '1',
        '1.10',
        '.inf',
        '?',
        '---',
        '%',
        '\t',
        '@',
        '__proto__',
        'constructor',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      yaml,
      fc.uint8Array({ maxLength: 100 }),
      fc.constantFrom(
        'handbook.yaml',
        'topics.yaml',
        'glossary.yaml',
        'basics/1-a.md',
        'front/p.md',
        'x.png',
      ),
      (text, bytes, path) => {
        load({
          'handbook.yaml': text,
          'topics.yaml': text,
          'glossary.yaml': text,
          'basics/1-first.md': `---\n${text}\n---\n\nText.\n`,
        });
        const files = filesOf({ [path]: '' });
        for (const file of files) if (file.path === path) file.value = bytes;
        loadHandbook(files);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);
