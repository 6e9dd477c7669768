import { didYouMean } from '../message/nearest.ts';
import type { HandbookSource } from '../model/source.generated.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Rule } from './rule.ts';

/** Every file that handbook.yaml names for a format, a font or a style sheet, is there. */
export const filePresent: Rule = ({ sources: { handbook, others }, report }) => {
  for (const [keys, path] of named(handbook?.data ?? {})) {
    if (others.has(path)) continue;
    report({
      keys,
      reason: `there is no ${path}${didYouMean(path, others.keys(), (found) => `"${found}"`)}`,
      actual: path,
      expected: 'a path to a file in the handbook, from its folder',
    });
  }
};

function named({ pdf, epub, html }: Partial<HandbookSource>): readonly (readonly [KeyPath, string])[] {
  const fonts = Object.entries({ pdf, epub }).flatMap(([name, section]) =>
    (section?.fonts ?? []).map((path, at) => [[name, 'fonts', at], path] as const),
  );
  return html?.theme === undefined ? fonts : [...fonts, [['html', 'theme'], html.theme]];
}
