import type { Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { combineExtensions } from 'micromark-util-combine-extensions';
import type { Construct, ConstructRecord, Extension as Syntax } from 'micromark-util-types';
import type { Processor } from 'unified';
import { linearConstructs } from './linear-constructs.ts';

/** Addresses without marks ("www.example.org") begin with any letter, so every letter has to be tried. */
const LITERAL = /(?:www|protocol|email)Autolink$/;

/** Without these no text can become an address by itself: `&` and `\` may stand for what makes one. */
const MAY_HOLD_ADDRESS = /www|http|[@&\\]/i;

/**
 * A parse function for a frozen processor. Most texts hold no address, and those are parsed without
 * looking for one. Extensions are combined once: the parser does so for every text otherwise.
 */
export function parser(make: () => Processor<Root>): (text: string) => Root {
  let whole: Processor<Root> | undefined;
  let without: Processor<Root> | undefined;
  return (text) => {
    if (MAY_HOLD_ADDRESS.test(text)) {
      whole ??= prepared(make(), true);
      return whole.parse(text) as Root;
    }
    without ??= prepared(make(), false);
    return without.parse(text) as Root;
  };
}

function prepared(processor: Processor<Root>, addresses: boolean): Processor<Root> {
  // Plugins add their extensions when the processor is frozen, not before.
  const data = processor.freeze().data() as {
    micromarkExtensions?: Syntax[];
    fromMarkdownExtensions?: FromMarkdown[];
  };
  const syntax = linearConstructs(combineExtensions((data.micromarkExtensions ?? []).flat()));
  const tree = (data.fromMarkdownExtensions ?? []).flat(2);
  data.micromarkExtensions = [addresses ? syntax : withoutAddresses(syntax)];
  data.fromMarkdownExtensions = addresses
    ? tree
    : tree.filter(({ enter }) => !(enter && 'literalAutolink' in enter));
  return processor;
}

function withoutAddresses(syntax: Syntax): Syntax {
  const text: ConstructRecord = {};
  for (const [code, constructs] of Object.entries(syntax.text ?? {})) {
    const kept = [constructs].flat().filter((item): item is Construct => !LITERAL.test(item?.name ?? ''));
    if (kept.length > 0) text[code as `${number}`] = kept;
  }
  return { ...syntax, text };
}
