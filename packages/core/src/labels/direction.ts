import type { Direction } from '../model/answer.ts';

const RTL_LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi'.split(' '),
);
const RTL_SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg syrc thaa'.split(' '));

/** The reading direction of a BCP 47 language, by its script subtag when it has one. */
export function directionOf(language: string): Direction {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((tag) => tag.length === 4 && /^[a-z]+$/.test(tag));
  const rtl = script ? RTL_SCRIPTS.has(script) : RTL_LANGUAGES.has(primary);
  return rtl ? 'rtl' : 'ltr';
}
