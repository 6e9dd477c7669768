import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseYaml } from '../src/read/parse-yaml.ts';

const values = fc.oneof(
  fc.constantFrom(
    ...['12', '3.10', '618A', '1e3', '0x1f', '007', '1.2.3', '-4', '~', 'null', 'True', 'no', 'Infinity'],
    ...[
      '""',
      '"a"',
      '"a: b # c"',
      '"é ’x’"',
      '"a\\nb"',
      '"\\""',
      "'x'",
      '[]',
      '["a"]',
      '["a", "b,c"]',
      '[a]',
      '["a",]',
    ],
    ...[
      'draft',
      'two words',
      'a - b',
      'a? b',
      'a: b',
      'a #b',
      'a, b (c)',
      "don't",
      '2026-01-02',
      '&a b',
      '*a',
      '!x y',
      '|',
      '>',
    ],
    ...[
      '"emoji 🙂"',
      '"tab\tin"',
      '"a" "b"',
      '{}',
      '- a',
      ' a',
      'a ',
      '\ufeff',
      'x\u2028y',
      '"nul\u0085"',
      '"漢字"',
      'año',
    ],
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);
const key = fc.constantFrom(
  'number',
  'question',
  'index',
  'status',
  'of',
  'schemaVersion',
  'Ab',
  'a b',
  '"q"',
  'constructor',
);
const lines = fc.array(
  fc.tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), values).map((parts) => parts.join('')),
  { maxLength: 5 },
);

test('front matter read at once is what the YAML library reads, values and places', () => {
  fc.assert(
    fc.property(lines, (parts) => {
      const text = parts.join('\n');
      const [file, whole] = [new VFile(), new VFile()];
      const quick = parseYaml(file, text, 2);
      // A comment is not plain: the library reads this one.
      const slow = parseYaml(whole, `${text}\n#`, 2);
      if (file.messages.length > 0 || whole.messages.length > 0) {
        expect(quick === undefined).toBe(slow === undefined);
        return;
      }
      expect(quick?.value ?? null).toEqual(slow?.value ?? null);
      for (const path of [
        [],
        ['number'],
        ['question'],
        ['index'],
        ['index', 0],
        ['index', 1],
        ['nowhere'],
        ['constructor'],
      ]) {
        expect(quick?.locate(path)).toEqual(slow?.locate(path));
        if (path.length > 0) expect(quick?.locateKey(path)).toEqual(slow?.locateKey(path));
      }
    }),
    { numRuns: 2000 },
  );
});

test('plain front matter needs no library', () => {
  const yaml = parseYaml(new VFile(), 'number: 3.10\nquestion: "Why?"\nindex: ["a", "b"]\nstatus: draft', 2);
  expect(yaml?.value).toEqual({ number: '3.10', question: 'Why?', index: ['a', 'b'], status: 'draft' });
  expect(yaml?.locate(['question'])).toEqual({ line: 3, column: 11 });
});
