import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editedFile } from '../../packages/cli/src/commands/import/update/edited-file.ts';
import { MERGE_MODES, mergeTexts } from '../../packages/cli/src/commands/import/update/merge-texts.ts';

const [WORDS] = MERGE_MODES;
if (!WORDS) throw new Error('there is a way to merge');

/** Short texts of few words and signs, so that the same ones often stand in several of them. */
const text = fc
  .array(fc.constantFrom('tea', 'milk', ' ', ' ', '\n', '\n\n', '*', '. ', '- '), { maxLength: 25 })
  .map((parts) => parts.join(''));

describe.each(MERGE_MODES)('texts merged by $by, $insert', (mode) => {
  test('a document that nobody changed leaves the file as it is', () => {
    fc.assert(fc.property(text, text, (own, sent) => mergeTexts(own, sent, sent, mode) === own));
  });
  test('a file that is spelt as its document becomes what the editor sent', () => {
    fc.assert(fc.property(text, text, (own, returned) => mergeTexts(own, own, returned, mode) === returned));
  });
});

test.each([
  [
    'a word, beside markup that the document does not hold',
    'press <kbd>Esc</kbd> now',
    'press Esc now',
    'push Esc now',
    'push <kbd>Esc</kbd> now',
  ],
  [
    'a word in such markup',
    'press <kbd>Esc</kbd> now',
    'press Esc now',
    'press Enter now',
    'press <kbd>Enter</kbd> now',
  ],
  ['all that such markup held', 'press <kbd>Esc</kbd> now', 'press Esc now', 'press now', 'press now'],
  [
    'a word of a line that is broken elsewhere',
    'one\ntwo\nthree',
    'one two three',
    'one 2 three',
    'one\n2\nthree',
  ],
  [
    'a word, and a link keeps its address',
    'see [](#12) or ask',
    'see [12. Why?](#12) or ask',
    'see [12. Why?](#12) or write',
    'see [](#12) or write',
  ],
  [
    'a paragraph that is new',
    '* a\n* b\n\nend',
    '- a\n- b\n\nend',
    '- a\n- b\n\nmore\n\nend',
    '* a\n* b\n\nmore\n\nend',
  ],
])('an editor changed %s', (_what, own, sent, returned, merged) => {
  expect(mergeTexts(own, sent, returned, WORDS)).toBe(merged);
});

describe('the file of an entry', () => {
  const file =
    '---\nnumber: 7\nquestion: "Why?" # asked often\ntopics:\n  - tea\n  - milk\nstatus: draft\n---\n\n\nBecause.\n\n';
  const facts = (given: Readonly<Record<string, unknown>>) => new Map(Object.entries(given));

  test('keeps every byte when nothing is changed', () => {
    expect(editedFile(file, facts({}), (own) => own)).toBe(file);
  });
  test('gets another answer, and keeps the lines around it', () => {
    expect(editedFile(file, facts({}), () => 'So.')).toBe(file.replace('Because.', 'So.'));
  });
  test('gets another question, and keeps the comment behind it', () => {
    expect(editedFile(file, facts({ question: 'How?' }), (own) => own)).toBe(file.replace('"Why?"', 'How?'));
  });
  test('gets another list, loses a fact, and gets a new one', () => {
    const changed = facts({ topics: ['tea'], status: undefined, revised: '2026-01-01' });
    expect(editedFile(file, changed, (own) => own)).toBe(
      file.replace('  - milk\nstatus: draft\n', 'revised: 2026-01-01\n'),
    );
  });
  test('keeps the line ends that it has', () => {
    const windows = file.replaceAll('\n', '\r\n');
    expect(editedFile(windows, facts({ question: 'How?' }), () => 'So.\n\nThus.')).toBe(
      file.replace('"Why?"', 'How?').replace('Because.', 'So.\n\nThus.').replaceAll('\n', '\r\n'),
    );
  });
});
