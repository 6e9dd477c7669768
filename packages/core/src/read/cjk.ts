import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

/** Han, kana, Hangul and full-width forms; surrogates too, for the Han of the higher planes. */
const MAY_HOLD_CJK = /[\u1100-\u11ff\u2e80-\uffef]/;

/** Says whether the rules of this file could make a difference to a text. */
export function mayHoldCjk(text: string): boolean {
  return MAY_HOLD_CJK.test(text);
}

/**
 * Emphasis, strong emphasis and strikethrough beside Chinese, Japanese and Korean: CommonMark requires a
 * space where these scripts have none, so that `**「重要」**です` would keep its asterisks. The last construct
 * replaces GFM's.
 */
export const CJK_SYNTAX: readonly Extension[] = [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()];

/** Full-width punctuation, which no address contains but which GFM would include in one. */
export const FULL_WIDTH_STOP: RegExp =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b\uff5d-\uff64]/;

/**
 * Wraps a construct so that full-width punctuation looks like a space to it, and an unmarked address ends
 * there.
 */
export function endAtFullWidth(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const at: { code: Code; done: boolean } = { code: null, done: false };
      const end =
        (state: State): State =>
        () => {
          at.done = true;
          return state(at.code);
        };
      const bounded =
        (state: State): State =>
        (code) => {
          at.code = code;
          const next = state(isStop(code) ? SPACE : code);
          return at.done || !next ? next : bounded(next);
        };
      const start = construct.tokenize.call(this, honest(effects, at), end(ok), end(nok));
      return bounded(start);
    },
  };
}

/** Wraps effects so that constructs end with the code that is really there. */
function honest(effects: Effects, at: { readonly code: Code }): Effects {
  const inner = (construct: Construct): Construct => ({
    ...construct,
    tokenize(own, ok, nok) {
      return construct.tokenize.call(
        this,
        honest(own, at),
        () => ok(at.code),
        () => nok(at.code),
      );
    },
  });
  return {
    ...effects,
    attempt: (construct, ok, nok) => effects.attempt(inner(construct as Construct), ok, nok),
    check: (construct, ok, nok) => effects.check(inner(construct as Construct), ok, nok),
  };
}

const SPACE = 32;

function isStop(code: Code): boolean {
  return code !== null && code >= 0x3000 && FULL_WIDTH_STOP.test(String.fromCharCode(code));
}
