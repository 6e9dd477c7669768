import type {
  Construct,
  ConstructRecord,
  Event,
  Extension,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';

/**
 * Returns a syntax extension whose constructs take time proportional to their own length. GFM's constructs
 * look back through the whole paragraph at each letter after an open bracket that could begin an address, and
 * at each closing bracket for the beginning of a note. The result of parsing stays the same.
 */
export function linearConstructs(syntax: Extension): Extension {
  const text: ConstructRecord = {};
  for (const [code, constructs] of Object.entries(syntax.text ?? {}))
    text[code as `${number}`] = [constructs].flat().flatMap((item) => (item ? [linear(item)] : []));
  return { ...syntax, text };
}

function linear(construct: Construct): Construct {
  if (/^(?:www|protocol|email)Autolink$/.test(construct.name ?? '')) return unless(isInBracket, construct);
  return construct.name === 'gfmPotentialFootnoteCall' ? unless(endsNoNote, construct) : construct;
}

/** Wraps a construct so that it fails early where a quick check already tells that it will fail. */
function unless(fails: (context: TokenizeContext) => boolean, construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    if (fails(this)) return nok;
    return construct.tokenize.call(this, effects, ok, nok);
  };
  return { ...construct, tokenize };
}

/** The last open bracket that was found in a paragraph, and where. */
const open = new WeakMap<TokenizeContext, { readonly token: Token; readonly at: number }>();

/** Says whether the place follows a bracket that nothing has closed: no address begins there. */
function isInBracket(context: TokenizeContext): boolean {
  const { events } = context;
  const known = open.get(context);
  if (known && events[known.at]?.[1] === known.token && !isBalanced(known.token)) return true;
  for (let at = events.length - 1; at >= 0; at--) {
    const [, token] = events[at] as Event;
    if ('_gfmAutolinkLiteralWalkedInto' in token) return false;
    if (!/^label(?:Link|Image)$/.test(token.type) || isBalanced(token)) continue;
    open.set(context, { token, at });
    return true;
  }
  return false;
}

function isBalanced(token: Token): boolean {
  return '_balanced' in token && token._balanced === true;
}

/** The label of a note has at most 999 characters (GFM); references may have more white space. */
const MAX_LABEL = 4000;

/**
 * Says whether the bracket that closes here ends no footnote reference: there is none, or it began too far
 * back.
 */
function endsNoNote({ events, parser, now }: TokenizeContext): boolean {
  if ((parser.gfmFootnotes ?? []).length === 0) return true;
  const from = now().offset - MAX_LABEL;
  for (let at = events.length - 1; at >= 0; at--) {
    const [, { type, start }] = events[at] as Event;
    if (/^(?:labelImage|gfmFootnoteCall|labelLink|label|image|link)$/.test(type)) return false;
    if (start.offset < from) return true;
  }
  return true;
}
