import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import type { Extension } from 'micromark-util-types';

/** Han, kana, Hangul and full-width forms; surrogates too, for the Han of the higher planes. */
const MAY_HOLD_CJK = /[\u1100-\u11ff\u2e80-\uffef]/;

/** Whether the rules of `CJK_SYNTAX` could make a difference to a text. */
export function mayHoldCjk(text: string): boolean {
  return MAY_HOLD_CJK.test(text);
}

/**
 * Emphasis, strong and strikethrough beside Chinese, Japanese and Korean: CommonMark asks for a space where
 * these scripts have none, so that `**「重要」**です` would keep its asterisks. To be added after GFM.
 */
export const CJK_SYNTAX: readonly Extension[] = [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()];
