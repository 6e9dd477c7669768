import { linkSpelling } from '@octavo/core';
import type { PhrasingContent, Text } from 'mdast';
import type { BodyContext } from './context.ts';

/** An address in bare text, without what ends the sentence around it (as GFM has it). */
const ADDRESS =
  /\bhttps?:\/\/[^\s<>"[\]{}|\\^`()]+(?:\([^\s<>"[\]{}|\\^`()]*\)[^\s<>"[\]{}|\\^`()]*)*(?<![?!.,:;*_~'])/gi;

/** Makes links of the addresses in a text; `<https://example.org>` loses its marks. */
export function withAddresses(node: Text): PhrasingContent[] {
  if (!node.value.includes('://')) return [node];
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const found of node.value.matchAll(ADDRESS)) {
    const [value] = found;
    if (!URL.canParse(value)) continue;
    const marked =
      node.value[found.index - 1] === '<' && node.value[found.index + value.length] === '>' ? 1 : 0;
    if (found.index - marked > done)
      pieces.push({ ...node, value: node.value.slice(done, found.index - marked) });
    pieces.push({ type: 'link', url: value, title: null, children: [{ ...node, value }] });
    done = found.index + value.length + marked;
  }
  return done < node.value.length ? [...pieces, { ...node, value: node.value.slice(done) }] : pieces;
}

/** Words that send to a question by its number. */
const SEE =
  /(?<![\p{L}\d])(?:(?:see|see also|cf\.|siehe|siehe auch|vgl\.|voir|ver|véase|vedi|zie|zob\.|patrz|zobacz|lihat|viz|bkz\.|vezi|lásd|ks\.|см\.|se) (?:(?:question|section|chapter|answer|item|entry|no\.|q|frage|nr\.|punkt|nomor|pregunta|domanda|vraag|вопрос|faq|§)\s?#?\s?)?|(?:question|q|frage|faq|pregunta|domanda|pergunta|vraag|вопрос)\s?#?)([A-Z]{0,3}-?\d{1,4}(?:\.\d{1,4}){0,4}[A-Z]?|[A-Z]{1,7}(?:\.[A-Z\d]{1,4}){1,4})(?![\p{L}\d%€$°]|[.,:]\d| ?(?:EUR|USD|GBP|pages?|years?|days?)\b)/giu;

/** One more number that stands behind such a reference. */
const AND =
  /^(?:\s*,\s*|\s+(?:and|or|und|oder|et|ou|y|o|e|en|и)\s+)([A-Z]{0,3}-?\d{1,4}(?:\.\d{1,4}){0,4}|[A-Z]{1,7}(?:\.[A-Z\d]{1,4}){1,4})(?![\p{L}\d]|[.,:]\d)/u;

/** Text with what it says of other questions as links to them. */
export function withReferences(node: Text, { numberOf }: BodyContext): PhrasingContent[] {
  if (!/\d|[A-Z]\.[A-Z]/i.test(node.value)) return [node];
  const pieces: PhrasingContent[] = [];
  let done = 0;
  for (const { index, 0: all, 1: written = '' } of node.value.matchAll(SEE)) {
    // Where numbers are kept as printed, the letter before the digits is a part of one: Q12.
    const token = /\S+$/.exec(all)?.[0] ?? written;
    let at = index + all.length - token.length;
    let end = index + all.length;
    // So is a section sign.
    const signed = /§\s?\S+$/.exec(all)?.[0] ?? token;
    let name: string | undefined = [signed.replace(/^§\s?/, '§ '), token].find(
      (one) => numberOf(one) !== undefined,
    );
    if (name !== undefined && name !== token) at = index + all.length - signed.length;
    name ??= written;
    while (name !== undefined) {
      const number = numberOf(name);
      if (number === undefined) break;
      if (at > done) pieces.push({ ...node, value: node.value.slice(done, at) });
      const value = node.value.slice(at, end);
      pieces.push({
        type: 'link',
        url: `#${linkSpelling(number)}`,
        title: null,
        children: [{ ...node, value }],
      });
      done = end;
      const [more, next] = AND.exec(node.value.slice(end, end + 40)) ?? [];
      name = next;
      at = end + (more?.length ?? 0) - (next?.length ?? 0);
      end += more?.length ?? 0;
    }
  }
  return done < node.value.length ? [...pieces, { ...node, value: node.value.slice(done) }] : pieces;
}
