import type { Element, ElementContent, Root } from 'hast';
import { formula } from '../html/formulas.ts';
import { texOfXml } from '../html/math-ml.ts';
import { plainText, wordMath } from './word-math.ts';

/** Characters of plane 15, which is for private use, one a formula. */
const FIRST = 0xf0000;
const LAST = 0xffffd;
const MARKS = /[\u{F0000}-\u{FFFFD}]/u;

/** A formula of a Word document as TeX, and whether it stands alone. */
interface WordFormula {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** The formulas of a Word document, which mammoth leaves out: each is a character until mammoth is done. */
export interface WordFormulas {
  /** Puts characters for the formulas of a part of the document. */
  readonly take: (xml: string) => string;
  /** Puts the formulas back, as `octavo-formula` elements. */
  readonly settle: (page: Root) => void;
  /** The same in text. */
  readonly inText: (text: string) => string;
}

export function wordFormulas(): WordFormulas {
  const found: WordFormula[] = [];
  const of = (mark: string) => found[(mark.codePointAt(0) ?? 0) - FIRST];
  const kept = (xml: string, isDisplay: boolean): string => {
    const tex = texOfWord(xml);
    if (tex === undefined || FIRST + found.length > LAST) return '';
    const mark = String.fromCodePoint(FIRST + found.push({ tex, isDisplay }) - 1);
    return `<w:r><w:t>${mark}</w:t></w:r>`;
  };
  const settle = (parent: Root | Element): void => {
    parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
      if (node.type === 'element') settle(node);
      if (node.type !== 'text' || !MARKS.test(node.value)) return [node];
      return node.value.split(/([\u{F0000}-\u{FFFFD}])/u).flatMap((piece): ElementContent[] => {
        const one = MARKS.test(piece) ? of(piece) : undefined;
        if (one) return [formula(one.tex, one.isDisplay)];
        return piece === '' ? [] : [{ type: 'text', value: piece }];
      });
    }) as typeof parent.children;
  };
  return {
    take: (xml) =>
      eachElement(
        xml,
        'm:oMathPara',
        (inner) => eachElement(inner, 'm:oMath', (one) => kept(one, true)),
        (text) => eachElement(text, 'm:oMath', (one) => kept(one, false)),
      ),
    settle,
    inText: (text) => text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (mark) => ` ${of(mark)?.tex ?? ''} `),
  };
}

/** Replaces the elements of a name, which do not nest, and what stands between them. */
function eachElement(
  xml: string,
  name: string,
  inside: (inner: string) => string,
  between: (text: string) => string = (text) => text,
): string {
  const end = `</${name}>`;
  const made: string[] = [];
  let done = 0;
  for (let from = xml.indexOf(`<${name}>`); from >= 0; from = xml.indexOf(`<${name}>`, done)) {
    const to = xml.indexOf(end, from);
    if (to < 0) break;
    made.push(between(xml.slice(done, from)), inside(xml.slice(from + name.length + 2, to)));
    done = to + end.length;
  }
  return [...made, between(xml.slice(done))].join('');
}

function texOfWord(xml: string): string | undefined {
  const words = plainText(xml.replace(/<[^>]*>/g, '')).trim();
  if (words === '') return undefined;
  try {
    return texOfXml(wordMath(xml)) ?? words;
  } catch {
    return words;
  }
}
