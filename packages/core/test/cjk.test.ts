import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../src/index.ts';
import type { Phrasing } from '../src/model/answer.ts';
import { answerOf, bare } from './sample.ts';

/** The phrasing of a one-paragraph answer, as a short notation: `*x*`, `**x**`, `~~x~~`, `<url>`. */
function shown(body: string): string {
  const [block] = answerOf(body).answer;
  return block?.type === 'paragraph' ? block.children.map(mark).join('') : '';
}

function mark(node: Phrasing): string {
  const inner = 'children' in node ? node.children.map(mark).join('') : toText([node]);
  switch (node.type) {
    case 'strong':
      return `[b ${inner}]`;
    case 'emphasis':
      return `[i ${inner}]`;
    case 'delete':
      return `[s ${inner}]`;
    case 'link':
      return inner === node.url ? `[a ${inner}]` : `[a ${inner} ${node.url}]`;
    default:
      return inner;
  }
}

describe('emphasis beside scripts without spaces', () => {
  test.each([
    ['これは**「重要」**です。', 'これは[b 「重要」]です。'],
    ['**注意：**本品', '[b 注意：]本品'],
    ['*（例）*です', '[i （例）]です'],
    ['~~「古い」~~です', '[s 「古い」]です'],
    ['이것은 **"중요"**입니다.', '이것은 [b "중요"]입니다.'],
    ['**스크립트(script)**라고', '[b 스크립트(script)]라고'],
    ['~~(옛것)~~은', '[s (옛것)]은'],
    ['太郎は**「こんにちわ」**といった', '太郎は[b 「こんにちわ」]といった'],
    ['a **"b"**c in Latin', 'a **"b"**c in Latin'],
  ])('%s', (body, right) => {
    expect(shown(body)).toBe(right);
  });
});

describe('an address in running text ends before full-width punctuation', () => {
  test.each([
    ['参照https://ex.org/a。次', '参照[a https://ex.org/a]。次'],
    ['（https://ex.org/a）を', '（[a https://ex.org/a]）を'],
    ['「https://ex.org/a」、次', '「[a https://ex.org/a]」、次'],
    ['https://ex.org/a、https://ex.org/b', '[a https://ex.org/a]、[a https://ex.org/b]'],
    ['见www.ex.org/a，然后', '见www.ex.org/a，然后'],
    ['见 www.ex.org/a，然后', '见 [a www.ex.org/a http://www.ex.org/a]，然后'],
    ['见 https://ex.org/a？b！', '见 [a https://ex.org/a]？b！'],
    ['https://ja.example/東京/駅。', '[a https://ja.example/東京/駅]。'],
    ['<https://ex.org/a。b>', '[a https://ex.org/a。b]'],
    ['[x](https://ex.org/a。b)', '[a x https://ex.org/a。b]'],
    ['**https://ex.org/a**。', '[b [a https://ex.org/a]]。'],
    ['（www.ex.org/a）を', '（[a www.ex.org/a http://www.ex.org/a]）を'],
    ['「a@b.example」へ', '「[a a@b.example mailto:a@b.example]」へ'],
    ['https://ex.org/(a、b)', '[a https://ex.org/(a]、b)'],
    ['見 https://ex.org/a.）', '見 [a https://ex.org/a].）'],
  ])('%s', (body, right) => {
    expect(shown(body)).toBe(right);
  });
});

test('a text without these scripts is read as if the rules for them were not there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '*', '**', '~', '~~', '(', ')', '"', ' ', '_', '.'), { maxLength: 14 }),
      (parts) => {
        const text = `x ${parts.join('')} x`;
        // A Han character in another paragraph asks for the other parser.
        const [alone] = answerOf(text).answer;
        const [beside] = answerOf(`${text}\n\n漢`).answer;
        expect(bare(beside)).toEqual(bare(alone));
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
