import { expect, test } from 'vitest';
import { setText } from '../src/text/set-text.ts';
import { entry, handbookOf, manifest } from './sample.ts';
import { textTools } from './text-tools.ts';

const [SIZE, LEADING] = [10.4, 14.4];

/** Words with tall and deep letters, by language, and whether they need more than the leading. */
const TEXTS: readonly (readonly [language: string, text: string, isTall: boolean])[] = [
  ['th', 'ผู้ที่ปั้นฐู ฟื้นฟูผู้ป่วย ปฏิญญา กตัญญู', false],
  ['lo', 'ຜູ້ທີ່ຊັ້ນ ຢູ່ບ້ານ ປຶ້ມຫຼື', true],
  ['km', 'ស្ត្រីក្តៅ ខ្ញុំស្រឡាញ់ ក្រុមប្រឹក្សា', true],
  ['my', 'ကြို့ည့် ဂ္ဂူ မြန်မာ ပြည်သူ့', true],
  ['bo', 'བསྒྲུབས འོཀྱི སྐྱེས', true],
  ['hi', 'र्हिंकूत्रृ स्त्रूं पूर्ण संस्कृति', false],
  ['ta', 'ஸ்ரீகீழூ மூன்று வீடு', false],
  ['bn', 'র্কিঁন্দ্রূ পূর্ণ সংস্কৃতি', false],
  ['ar', 'بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ', true],
  ['ar', 'هذا كتاب صغير لكل سؤال جواب', false],
  ['ja', '一つの質問に一つの答えがある', false],
  ['ru', 'Ёжик и Йод', false],
];

const book = handbookOf({
  'handbook.yaml': manifest(),
  'one/1-a.md': entry('1', 'What?', TEXTS.map(([, text]) => text).join('\n\n')),
});
const tools = textTools(book);
const style = { role: 'serif', weight: 400, italic: false, size: SIZE, features: [], rise: 0 } as const;

/** How far the outlines of a text's letters reach above the baseline and below it, in points. */
function inkOf(language: string, text: string): readonly [rise: number, drop: number] {
  const face = tools.fonts.stack(style, language).find((one) => one.has(text.codePointAt(0) ?? 0));
  if (!face) throw new Error(language);
  const heights = text.split(' ').flatMap((word) =>
    face
      .words(
        [],
        language === 'ar' ? 'rtl' : 'ltr',
      )(word)
      .glyphs.flatMap(({ id, rise }) =>
        [...face.outline(id).matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
          ([, , y]) => (Number(y) / face.unitsPerEm + rise) * SIZE,
        ),
      ),
  );
  return [Math.max(...heights), -Math.min(...heights)];
}

test.each(TEXTS)(
  'lines of %s do not run into each other, and stand on halves of the grid: %s',
  (language, text, isTall) => {
    const run = { text: `${text} `.repeat(6), style: { ...style, color: '#000000' }, content: 0, language };
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    const lines = setText(tools, [run], { width: 160, leading: LEADING, direction });
    expect(lines.length).toBeGreaterThan(2);
    const [rise, drop] = inkOf(language, text);
    for (const [at, { height, baseline }] of lines.slice(1).entries()) {
      const before = lines[at];
      if (!before) throw new Error('no line before');
      // The outlines are measured by the points of their curves, which lie a little out.
      expect(before.height - before.baseline + baseline).toBeGreaterThan(rise + drop - SIZE * 0.05);
      expect((height / LEADING) * 2).toBeCloseTo(Math.round((height / LEADING) * 2));
    }
    expect(lines.some(({ height }) => height > LEADING + 0.01)).toBe(isTall);
  },
);
