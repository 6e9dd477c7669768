import { counted } from '../message/counted.ts';
import type { AnswerNode } from '../model/answer.ts';
import { childrenOf } from '../model/children.ts';
import { toText } from '../model/to-text.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { isClean, type StrayCharacter, strayCharacters } from './stray-characters.ts';

/**
 * Text is in Unicode normalization form C and free of strays: zero-width spaces, control characters,
 * noncharacters, private-use characters, bidi controls without their counterpart. ZWJ, ZWNJ, soft hyphens,
 * variation selectors and balanced bidi controls are part of writing and are accepted. Each character is
 * reported once per file, at its first place.
 */
export const textIsNormalised: Rule = (book) => {
  const told = new Map<string, { readonly finding: RuleFinding; times: number }>();
  const tell = (path: string, { reason, note }: StrayCharacter, place: Partial<RuleFinding>) => {
    const known = told.get(`${path} ${reason}`);
    // A character that is placed by its key may have been found in the file's text already.
    if (known && !place.keys) known.times++;
    if (known) return;
    told.set(`${path} ${reason}`, { finding: { path, ...place, reason, note }, times: 1 });
  };
  for (const { path, text, firstLine } of yamlTexts(book))
    for (const stray of strayCharacters(text))
      tell(path, stray, { position: positionAt(text, stray, { line: firstLine, column: 1 }) });
  for (const { path, keys, value } of escapedValues(book))
    for (const stray of strayCharacters(value)) tell(path, stray, { keys });
  const texts = new Map(
    [...book.sources.entries, ...book.sources.pages.values()].map((source) => [source.file.path, source]),
  );
  for (const { path, nodes, keys } of book.bodies) {
    const text = texts.get(path)?.text;
    // Without a "&" the text holds no character that is spelt otherwise.
    if (text !== undefined && !text.includes('&') && isClean(text)) continue;
    for (const unit of units(nodes))
      for (const stray of strayCharacters(toText([unit])))
        tell(path, stray, { ...(keys ? { keys } : {}), position: placeOf(stray, unit, text) });
  }
  for (const { question, source } of book.entries)
    for (const stray of strayCharacters(toText(question))) tell(source.path, stray, { keys: ['question'] });
  for (const { finding, times } of told.values()) {
    const more = times > 1 ? ` (So in ${counted(times - 1, 'more place')} of this file.)` : '';
    book.report({ ...finding, note: `${finding.note}${more}` });
  }
};

/** What is written as YAML, as it is written. */
function* yamlTexts({ sources }: Pick<RuleContext, 'sources'>) {
  for (const source of [sources.handbook, sources.topics, sources.glossary])
    if (source) yield { path: source.file.path, text: String(source.file), firstLine: 1 };
  for (const { file, matter, firstLine } of [...sources.entries, ...sources.pages.values()])
    yield { path: file.path, text: matter, firstLine };
}

/** YAML values that spell characters with escapes, which its text does not show. */
function* escapedValues({ sources }: Pick<RuleContext, 'sources'>) {
  const { handbook, topics, glossary, entries, pages } = sources;
  for (const source of [handbook, topics, glossary, ...entries, ...pages.values()]) {
    const text = source && ('matter' in source ? source.matter : String(source.file));
    if (!text?.includes('\\')) continue;
    for (const [keys, value] of stringsIn(source?.yaml.value, []))
      yield { path: source?.file.path ?? '', keys, value };
  }
}

function* stringsIn(value: unknown, keys: KeyPath): Generator<readonly [KeyPath, string]> {
  if (typeof value === 'string') yield [keys, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      yield* stringsIn(item, [...keys, Array.isArray(value) ? Number(key) : key]);
}

/**
 * Pieces that are judged as one text: a whole paragraph (a pair of bidi controls may enclose markup), code, a
 * formula.
 */
function* units(nodes: readonly AnswerNode[]): Generator<AnswerNode> {
  for (const node of nodes) {
    const children = childrenOf(node);
    if (children.length === 0 || node.type === 'figure' || children.some((child) => child.type === 'text'))
      yield node;
    else yield* units(children);
  }
}

/** The place of the character in the source; of the node when the source spells it as an entity. */
function placeOf(
  stray: StrayCharacter,
  { position }: AnswerNode,
  text: string | undefined,
): RuleFinding['position'] {
  const from = position?.start.offset;
  const to = position?.end.offset;
  if (!position || !text || from === undefined || to === undefined) return position;
  const source = text.slice(from, to);
  const index = source.indexOf(stray.character);
  return index < 0 ? position : positionAt(source, { ...stray, index }, position.start);
}

function positionAt(
  text: string,
  { character, index }: Pick<StrayCharacter, 'character' | 'index'>,
  begin: { readonly line: number; readonly column: number },
): RuleFinding['position'] {
  const lines = text.slice(0, index).split('\n');
  const last = lines.at(-1) ?? '';
  const start = {
    line: begin.line + lines.length - 1,
    column: lines.length === 1 ? begin.column + last.length : last.length + 1,
  };
  return { start, end: { line: start.line, column: start.column + character.length } };
}
