import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { ident, string, url } from 'css-tree/utils';

/** Functions whose strings are addresses (CSS Values 4, 4.5; CSS Images 4). */
const LOADS = /^(?:-\w+-)?(?:url|src|image|image-set|cross-fade)$/;

/**
 * Returns every address that a style sheet, a list of declarations or a value names (CSS Syntax 3, 4); an
 * `@import` is returned as such.
 */
export function cssAddresses(css: string): readonly string[] {
  const addresses: string[] = [];
  const functions: string[] = [];
  tokenize(css, (type, start, end) => {
    const source = css.slice(start, end);
    const name = functions.at(-1);
    if (type === tokenTypes.Url) addresses.push(url.decode(source));
    else if (type === tokenTypes.BadUrl) addresses.push(source);
    else if (type === tokenTypes.AtKeyword) {
      if (ident.decode(source.slice(1)).toLowerCase() === 'import') addresses.push('@import');
    } else if (type === tokenTypes.Function) {
      functions.push(ident.decode(source.slice(0, -1)).toLowerCase());
      // With escapes, `url(` is still an address, but css-tree takes it for a function.
      if (source.includes('\\') && LOADS.test(functions.at(-1) ?? '')) addresses.push(source);
    } else if (type === tokenTypes.LeftParenthesis) functions.push(name ?? '');
    else if (type === tokenTypes.RightParenthesis) functions.pop();
    else if (type === tokenTypes.String && name !== undefined && LOADS.test(name))
      addresses.push(string.decode(source));
  });
  return addresses;
}
