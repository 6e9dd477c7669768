import type { Phrasing } from '../model/answer.ts';
import { mapNodes } from '../model/map-nodes.ts';
import { isPlainLine, parseInlineMarkdown } from '../read/parse-markdown.ts';
import { tellForeign } from './body/foreign.ts';
import { childPhrasing } from './body/to-phrasing.ts';
import { type BodyContext, type InlineContext, OUTSIDE } from './body-context.ts';
import { originOf } from './inserts/insert.ts';

/**
 * One line of Markdown from a YAML value as phrasing. Positions inside a YAML scalar mean nothing to
 * an editor, so every node and message gets the place of the value. In a question a bare address is words.
 */
export function inlineSource(
  text: string,
  place: { line: number; column: number },
  context: InlineContext,
  question = false,
): readonly Phrasing[] {
  // Most questions: nothing in them could be reported.
  if (isPlainLine(text)) return [{ type: 'text', value: text }];
  const nodes = [...parseInlineMarkdown(text)];
  const inline: BodyContext = {
    ...context,
    text,
    report: (ruleId, finding, severity) => context.report(ruleId, { ...finding, place }, severity),
    image: (url, _, seen) => context.image(url, { start: place, end: place }, seen),
    within: { ...OUTSIDE, question },
    definitions: new Map(),
    footnoteSources: new Map(),
    withEmptyNotes: undefined,
    footnotes: new Map(),
    notes: '',
    place,
    put: context.put ?? { length: 0, told: new Set() },
  };
  const whole = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: text.length },
  };
  tellForeign({ type: 'paragraph', children: nodes, position: whole }, inline);
  const phrasing = childPhrasing({ children: nodes }, inline);
  return mapNodes(phrasing, (node) => {
    const { position, ...bare } = node;
    return [originOf(position) ? node : bare];
  });
}
