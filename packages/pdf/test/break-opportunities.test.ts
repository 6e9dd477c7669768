import fc from 'fast-check';
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
  it.each([
    ['Thai', 'เด็กๆ|เรียน|ภาษา|ไทย|ที่|โรงเรียน|และ|ตอน|เย็น|คุณ|ยาย|เล่า|นิทาน|ให้|ฟัง'],
    ['Lao', 'ເດັກນ້ອຍ|ຮຽນ|ພາສາ|ລາວ|ຢູ່|ໂຮງຮຽນ|ແລະ|ຕອນ|ແລງ|ແມ່ຕູ້|ເລົ່າ|ນິທານ|ໃຫ້|ຟັງ'],
    ['Khmer', 'ក្មេងៗ|រៀន|ភាសាខ្មែរ|នៅ|សាលារៀន|ហើយ|នៅ|ពេលល្ងាច|ជីដូន|និទានរឿង|ឱ្យ|ពួកគេ|ស្តាប់។'],
    ['Burmese', 'ကလေး|များသည်|ကျောင်း|တွင်|မြန်မာ|စာသင်|ကြ|သည်။'],
  ])('breaks %s between words', (_, words) => {
    expect(cut(words.replaceAll('|', ''))).toBe(words);
  });
  it('asks no segmenter of the machine where words begin', () => {
    const { Segmenter } = Intl;
    Object.assign(Intl, { Segmenter: undefined });
    try {
      expect(cut('ภาษาไทยง่าย')).toBe('ภาษา|ไทย|ง่าย');
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });
  it('never parts a syllable of no word, whatever letters there are', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'กขคสมงเแไาะำัิีๆฯ์ขກຂສເໄາະຳັີໆကခသေးိ္်កខស្តាេៗ'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, (word) => {
        for (const piece of cut(word).split('|').slice(1)) expect(piece).not.toMatch(/^[\p{M}ะาำๆฯະາຳໆៗ]/u);
        for (const piece of cut(word).split('|').slice(0, -1)) expect(piece).not.toMatch(/[เแไເໄ္្]$/u);
      }),
    );
  });
  it('prefers the soft hyphens the author wrote', () => {
    expect(cut('hyphen\u00adation')).toBe('hyphen\u00ad~ation');
  });
  it('breaks anywhere what is wider than the line', () => {
    expect(cut('aaaaaaaaaaaaa', { wide: true }).split('|')).toHaveLength(13);
  });
});
