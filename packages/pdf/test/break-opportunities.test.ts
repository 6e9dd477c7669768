import { describe, expect, it } from 'vitest';
import { wordBreaks } from '../src/text/break-opportunities.ts';

const hyphenate = (word: string): readonly string[] =>
  word === 'hyphenation' ? ['hy', 'phen', 'ation'] : [word];
/** A word cut where it may be: `~` with a hyphen, `|` without. */
const cut = (word: string, options: { code?: boolean; wide?: boolean } = {}): string => {
  const breaks = wordBreaks(
    word,
    0,
    [{ end: word.length, code: options.code ?? false, hyphenate }],
    () => options.wide ?? false,
  );
  const ends = [0, ...breaks.map(({ at }) => at), word.length];
  return breaks.reduce(
    (text, { soft }, index) => `${text}${soft ? '|' : '~'}${word.slice(ends[index + 1], ends[index + 2])}`,
    word.slice(0, ends[1]),
  );
};

describe('wordBreaks', () => {
  it('hyphenates by the patterns, but no stop', () => {
    expect(cut('hyphenation,')).toBe('hy~phen~ation,');
  });
  it('breaks after a hyphen or slash without another', () => {
    expect(cut('long-term')).toBe('long-|term');
    expect(cut('and/or')).toBe('and/|or');
  });
  it('never hyphenates digits, addresses or code', () => {
    expect(cut('hyphenation2')).toBe('hyphenation2');
    expect(cut('hyphenation', { code: true })).toBe('hyphenation');
  });
  it('breaks code at its joints', () => {
    expect(cut('readFile.fromPath', { code: true })).toBe('read|File.|from|Path');
  });
  it('keeps kinsoku: no line begins with a stop or ends with an opening bracket', () => {
    expect(cut('日本。「語」')).toBe('日|本。|「語」');
  });
  it('prefers the soft hyphens the author wrote', () => {
    expect(cut('hyphen\u00adation')).toBe('hyphen\u00ad~ation');
  });
  it('breaks anywhere what is wider than the line', () => {
    expect(cut('aaaaaaaaaaaaa', { wide: true }).split('|')).toHaveLength(13);
  });
});
