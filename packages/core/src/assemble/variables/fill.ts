import type { PlaceLike } from '../../message/make-message.ts';
import { didYouMean } from '../../message/nearest.ts';
import type { Phrasing } from '../../model/answer.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import type { VariableNode } from '../../read/variable-syntax.ts';
import { type BodyContext, type InlineContext, positionOf } from '../body-context.ts';
import { refuseDirectives } from '../stray-directive.ts';
import { NAME, readUse, replaceUses, sayValue, type Variable, type VariableUse } from './variable-use.ts';

type Around = Pick<InlineContext, 'variables' | 'report' | 'inserted'>;

/** Where a text stands, and what becomes of values in it. */
export interface FillOptions {
  /** The place of the text, or of what is found at an index of it. */
  readonly place?: PlaceLike | ((at: number) => PlaceLike) | undefined;
  /** In an address or in code, numbers and dates are put in as they are written, not as the language writes them. */
  readonly plain?: boolean;
  /** The Markdown that the text was read from: a `{{` with a `\` before it there is text. */
  readonly source?: string | undefined;
}

/** A text that is no Markdown with the values that `{{…}}` names in it; `\{{` is `{{`. Reports as `variable` does. */
export function filled(text: string, context: Around, { place, plain, source }: FillOptions = {}): string {
  const placeAt = (at: number) => (typeof place === 'function' ? place(at) : place);
  if (!plain) refuseDirectives(text, () => placeAt(0), context, source);
  if (!text.includes('{{')) return text;
  const literal = literalUses(text, source);
  const made = replaceUses(text, (written, at) => {
    if (literal.has(at)) return undefined;
    const found = lookUp(written, context, placeAt(at));
    if (!found) return undefined;
    if (plain && found.use.form === undefined) return found.variable.value;
    return found.text;
  });
  if (made.trim() === '')
    context.report('variable-known', {
      reason: 'its values leave nothing of this text',
      place: placeAt(0),
      actual: text,
      note: 'Write words beside them, or put what has this text under a condition as a whole.',
    });
  return made;
}

/**
 * What `{{name}}` stands for, in its place: the positions of its nodes are those of the use. A name, form or option
 * that is unknown is reported (`variable-known`); then, or where the book has no variables, it is the text it is.
 */
export function variable(node: VariableNode, context: BodyContext): readonly Phrasing[] {
  const position = positionOf(node);
  const found = lookUp(node.value, context, node.position);
  if (!found) return [{ type: 'text', value: node.value, ...position }];
  const { words, value } = found.variable;
  if (found.text !== value) return [{ type: 'text', value: found.text, ...position }];
  if (context.within.link && words.some(isLink))
    context.report('link-not-nested', {
      reason: `the value of "${found.use.name}" holds a link, and stands inside the text of a link`,
      place: node.position,
      note: 'Move it out of the link.',
    });
  return mapNodes(words, (word) => [{ ...word, ...position }]);
}

/** The Markdown of the label, the address and the title of a link or picture; a reference has its label alone. */
export function linkPieces(source: string): Readonly<Partial<Record<'label' | 'url' | 'title', string>>> {
  if (source.startsWith('<')) return {};
  const at = source.lastIndexOf('](');
  if (at < 0) return { label: source };
  const target = source.slice(at);
  const title = target.search(/\s["'(]/);
  return {
    label: source.slice(0, at),
    url: title < 0 ? target : target.slice(0, title),
    title: title < 0 ? '' : target.slice(title),
  };
}

/** Where in a text stand the `{{…}}` that a `\` makes text in the Markdown it was read from, which has them in the same order. */
function literalUses(text: string, source: string | undefined): ReadonlySet<number> {
  const escaped = (from: string) => [...from.matchAll(/(\\?)(\{\{[^{}\n]*\}\})/g)];
  const uses = escaped(text);
  const written = escaped(source ?? '');
  const start = written.findIndex((_, first) =>
    uses.every(([, , use], at) => written[first + at]?.[2] === use),
  );
  return new Set(
    uses.flatMap(({ index }, at) => (start >= 0 && written[start + at]?.[1] === '\\' ? [index] : [])),
  );
}

/** Whether a `{{…}}` is one that the book has to explain. */
export function isOwnUse(written: string, { variables }: Pick<Around, 'variables'>): boolean {
  const use = readUse(written);
  return use !== undefined && variables.owns(use.name);
}

function lookUp(
  written: string,
  { variables, report, inserted }: Around,
  place: PlaceLike | undefined,
): { readonly use: VariableUse; readonly variable: Variable; readonly text: string } | undefined {
  const use = readUse(written);
  if (!use || !variables.owns(use.name)) return undefined;
  const found = variables.look(use.name);
  if (!found) {
    // One without a value in the language of the book has its message in handbook.yaml.
    const hint = didYouMean(use.name, variables.names, (name) => `"${name}"`);
    if (!variables.names.includes(use.name))
      report('variable-known', {
        reason: `there is no variable "${use.name}"${hint}`,
        place,
        actual: written,
        ...(hint === '' ? { expected: variables.names } : {}),
        note: `${remedyFor(use.name, inserted !== undefined)}, or write "\\{{" if braces are what you mean.`,
      });
    return undefined;
  }
  const text = sayValue(use, found.value, variables.language);
  if (typeof text === 'string') return { use, variable: found, text };
  report('variable-known', { ...text, place, actual: written });
  return undefined;
}

/** A name that no variable can have is not to be declared. */
function remedyFor(name: string, isSnippet: boolean): string {
  if (!NAME.test(name))
    return 'Take one that is there: a name begins with a small letter, and letters, digits, "-" and "_" of ASCII follow';
  return `${isSnippet ? `Give it where the snippet is put in, "${name}=…", or declare` : 'Declare'} it under "variables:" in handbook.yaml`;
}

function isLink({ type }: Phrasing): boolean {
  return type === 'link' || type === 'crossReference';
}
