import type { AnswerNode } from '../model/answer.ts';
import { childrenOf } from '../model/children.ts';
import { toText } from '../model/to-text.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { type StrayCharacter, strayCharacter } from './stray-characters.ts';

/**
 * Text is in Unicode normalisation form C and free of invisible strays: zero-width spaces, control
 * characters, bidi controls without their other half. ZWJ, ZWNJ, soft hyphens, variation selectors
 * and balanced bidi controls belong to writing and are fine.
 */
export const textIsNormalised: Rule = {
  id: 'text-is-normalised',
  check({ bodies, entries, sources, report }) {
    const texts = new Map(
      [...sources.entries, ...sources.pages.values()].map(({ file, text }) => [file.path, text]),
    );
    for (const { path, nodes, keys } of bodies) {
      for (const unit of units(nodes)) {
        const stray = strayCharacter(textOf(unit));
        if (stray)
          report({
            path,
            ...(keys ? { keys } : {}),
            position: placeOf(stray, unit, texts.get(path)),
            ...said(stray),
          });
      }
    }
    for (const { question, source } of entries) {
      const stray = strayCharacter(toText(question));
      if (stray) report({ path: source.path, keys: ['question'], ...said(stray) });
    }
  },
};

/** What is judged as one text: a paragraph as a whole (a pair of bidi controls may stand around markup), code, a formula. */
function* units(nodes: readonly AnswerNode[]): Generator<AnswerNode> {
  for (const node of nodes) {
    const children = childrenOf(node);
    if (children.length === 0 || node.type === 'figure' || children.some((child) => child.type === 'text'))
      yield node;
    else yield* units(children);
  }
}

function textOf(node: AnswerNode): string {
  return toText([node]);
}

function said({ reason, note }: StrayCharacter): Pick<RuleFinding, 'reason' | 'note'> {
  return { reason, note };
}

/** The place of the character in the source; of the node when the source spells it as an entity. */
function placeOf(
  { character }: StrayCharacter,
  { position }: AnswerNode,
  text: string | undefined,
): RuleFinding['position'] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  if (!position || !text || from === undefined || to === undefined) return position;
  const before = text.slice(from, to).split(character, 1)[0] ?? '';
  if (before.length === to - from) return position;
  const lines = before.split('\n');
  const last = lines.at(-1) ?? '';
  const start = {
    line: position.start.line + lines.length - 1,
    column: lines.length === 1 ? position.start.column + last.length : last.length + 1,
  };
  return { start, end: { line: start.line, column: start.column + character.length } };
}
