import type { Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Construct, ConstructRecord, Extension as Syntax } from 'micromark-util-types';
import type { Processor } from 'unified';
import { CJK_SYNTAX, mayHoldCjk } from './cjk.ts';

/** Addresses without marks ("www.example.org") begin with any letter, so every letter has to be tried. */
const LITERAL = /(?:www|protocol|email)Autolink$/;

/** GFM's, in whose place that for Chinese, Japanese and Korean comes. */
const STRIKETHROUGH = /^strikethrough$/;

/** Without these no text can become an address by itself: `&` and `\` may stand for what makes one. */
const MAY_HOLD_ADDRESS = /www|http|[@&\\]/i;

/**
 * A parse function for a frozen processor. Most texts hold neither an address nor Chinese, Japanese or
 * Korean, and are parsed without looking for them. Extensions are combined once: the parser does so for
 * every text otherwise.
 */
export function parser(make: () => Processor<Root>): (text: string) => Root {
  const made = new Map<string, Processor<Root>>();
  return (text) => {
    const addresses = MAY_HOLD_ADDRESS.test(text);
    const cjk = mayHoldCjk(text);
    const key = `${addresses} ${cjk}`;
    const processor = made.get(key) ?? prepared(make(), addresses, cjk);
    made.set(key, processor);
    return processor.parse(text) as Root;
  };
}

function prepared(processor: Processor<Root>, addresses: boolean, cjk: boolean): Processor<Root> {
  const data = processor.data() as {
    micromarkExtensions?: Syntax[];
    fromMarkdownExtensions?: FromMarkdown[];
  };
  const given = combineExtensions((data.micromarkExtensions ?? []).flat());
  const syntax = cjk ? combineExtensions([without(STRIKETHROUGH, given), ...CJK_SYNTAX]) : given;
  const tree = (data.fromMarkdownExtensions ?? []).flat(2);
  processor.data('micromarkExtensions', [addresses ? syntax : without(LITERAL, syntax)]);
  processor.data(
    'fromMarkdownExtensions',
    addresses ? tree : tree.filter(({ enter }) => !(enter && 'literalAutolink' in enter)),
  );
  return processor.freeze();
}

/** An extension without the text constructs of some names. */
function without(names: RegExp, syntax: Syntax): Syntax {
  const kept = (constructs: Construct | Construct[] | undefined) =>
    [constructs].flat().filter((item): item is Construct => !names.test(item?.name ?? ''));
  const text: ConstructRecord = {};
  for (const [code, constructs] of Object.entries(syntax.text ?? {})) {
    const left = kept(constructs);
    if (left.length > 0) text[code as `${number}`] = left;
  }
  const inside = syntax.insideSpan?.null as Construct[] | undefined;
  return { ...syntax, text, ...(inside ? { insideSpan: { null: kept(inside) } } : {}) };
}
