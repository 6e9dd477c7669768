import type { Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Construct, ConstructRecord, Extension as Syntax } from 'micromark-util-types';
import type { Processor } from 'unified';
import { CJK_SYNTAX, endAtFullWidth, mayHoldCjk } from './cjk.ts';
import { linearConstructs } from './linear-constructs.ts';

/** Unmarked addresses ("www.example.org") begin with any letter, so every letter has to be tried. */
const LITERAL = /(?:www|protocol|email)Autolink$/;

/** GFM's strikethrough, which the one for Chinese, Japanese and Korean replaces. */
const STRIKETHROUGH = /^strikethrough$/;

/**
 * Without one of these, no text can become an address by itself; `&` and `\` may represent what makes one.
 */
const MAY_HOLD_ADDRESS = /www|http|[@&\\]/i;

/**
 * Makes a parse function for a frozen processor. Most texts contain neither an address nor Chinese, Japanese
 * or Korean, and are parsed without looking for them. Extensions are combined once; otherwise the parser
 * would do so for every text.
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
  // Plugins add their extensions when the processor is frozen, not before.
  const data = processor.freeze().data() as {
    micromarkExtensions?: Syntax[];
    fromMarkdownExtensions?: FromMarkdown[];
  };
  const given = combineExtensions((data.micromarkExtensions ?? []).flat());
  const syntax = linearConstructs(cjk ? cjkFriendly(given) : given);
  const tree = (data.fromMarkdownExtensions ?? []).flat(2);
  data.micromarkExtensions = [addresses ? syntax : mapText(syntax, leaveOut(LITERAL))];
  data.fromMarkdownExtensions = addresses
    ? tree
    : tree.filter(({ enter }) => !(enter && 'literalAutolink' in enter));
  return processor;
}

function cjkFriendly(syntax: Syntax): Syntax {
  const bounded = mapText(syntax, (construct) =>
    LITERAL.test(construct.name ?? '') ? endAtFullWidth(construct) : construct,
  );
  const { insideSpan, ...rest } = mapText(bounded, leaveOut(STRIKETHROUGH));
  const inside = [(insideSpan?.null ?? []) as Construct | Construct[]].flat().filter(leaveOut(STRIKETHROUGH));
  return combineExtensions([{ ...rest, insideSpan: { null: inside } }, ...CJK_SYNTAX]);
}

function leaveOut(names: RegExp): (construct: Construct) => Construct | undefined {
  return (construct) => (names.test(construct.name ?? '') ? undefined : construct);
}

/** An extension with its constructs for running text changed, or left out. */
function mapText(syntax: Syntax, change: (construct: Construct) => Construct | undefined): Syntax {
  const text: ConstructRecord = {};
  for (const [code, constructs] of Object.entries(syntax.text ?? {})) {
    const kept = [constructs].flat().flatMap((item) => (item && change(item)) ?? []);
    if (kept.length > 0) text[code as `${number}`] = kept;
  }
  return { ...syntax, text };
}
