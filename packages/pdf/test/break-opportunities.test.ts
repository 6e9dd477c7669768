import { describe, expect, it } from 'vitest';
import { syllables } from '../src/text/break-opportunities.ts';

const hyphenate = (word: string): readonly string[] =>
  word === 'hyphenation' ? ['hy', 'phen', 'ation'] : [word];
const cut = (
  text: string,
  options: { code?: boolean; wide?: boolean; authored?: readonly number[] } = {},
): string[] =>
  syllables(
    text,
    [{ end: text.length, code: options.code ?? false, hyphenate }],
    new Set(options.authored),
    () => options.wide ?? false,
  );

describe('syllables', () => {
  it('lets two boxes part with a hyphen only inside a word', () => {
    expect(cut('the hyphenation, now')).toEqual(['the', ' ', 'hy', 'phen', 'ation,', ' ', 'now']);
  });
  it('keeps a paragraph’s last word whole', () => {
    expect(cut('the hyphenation.')).toEqual(['the', ' ', 'hyphenation.']);
  });
  it('breaks after a hyphen or slash without another', () => {
    expect(cut('long-term and/or')).toEqual(['long-', '', 'term', ' ', 'and/', '', 'or']);
  });
  it('never hyphenates digits, addresses or code', () => {
    expect(cut('hyphenation2')).toEqual(['hyphenation2']);
    expect(cut('hyphenation', { code: true })).toEqual(['hyphenation']);
  });
  it('breaks code at its joints', () => {
    expect(cut('readFile.fromPath', { code: true })).toEqual(['read', '', 'File.', '', 'from', '', 'Path']);
  });
  it('keeps kinsoku: no line begins with a stop or ends with an opening bracket', () => {
    expect(cut('日本。「語」')).toEqual(['日', '', '本。', '', '「語」']);
  });
  it('prefers the soft hyphens the author wrote', () => {
    expect(cut('hyphenation', { authored: [6] })).toEqual(['hyphen', 'ation']);
  });
  it('breaks anywhere what is wider than the line', () => {
    expect(cut('aaaaaaaaaaaaa', { wide: true }).filter((part) => part !== '')).toHaveLength(13);
  });
});
