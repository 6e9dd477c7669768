import type { MissingScript } from './scripts.ts';

const MOST_NAMED = 8;

/** Writes "No font has “ก” (U+0E01), “ข” (U+0E02) and 5 more (Thai), used in entry 1 and 3 other places; install …". */
export function missingReason(
  letters: ReadonlySet<string>,
  { script, packages: [name, other] }: MissingScript,
  [first = '', ...others]: readonly string[],
): string {
  const named = [...letters].slice(0, MOST_NAMED).map((letter) => {
    const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `${/[\p{C}\p{Z}]/u.test(letter) ? '' : `“${letter}” `}(U+${code})`;
  });
  const more = letters.size > MOST_NAMED ? ` and ${letters.size - MOST_NAMED} more` : '';
  const where =
    others.length === 0
      ? first
      : `${first} and ${others.length} other ${others.length === 1 ? 'place' : 'places'}`;
  const remedy = name
    ? `install the package ${name} in the handbook's folder (npm install ${name}${other ? `; or ${other}, where npm has no ${name}` : ''}), or name a font that has it under pdf.fonts in handbook.yaml`
    : 'name a font that has it under pdf.fonts in handbook.yaml, or leave it out';
  return `No font has ${named.join(', ')}${more} (${script}), used in ${where}; ${remedy}`;
}
