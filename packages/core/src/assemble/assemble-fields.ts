import type { Phrasing } from '../model/answer.ts';
import { mapStrings } from '../model/map-strings.ts';
import type { FieldValue, OwnTypes } from '../model/own-types.ts';
import { toText } from '../model/to-text.ts';
import type { EntryFile } from '../read/read.ts';
import type { InlineContext } from './body-context.ts';
import { inlineSource } from './inline-source.ts';
import { filled } from './variables/fill.ts';

/**
 * The values of an entry's own fields, in the order in which its type shows them: references to entries are
 * numbers and cross-references, Markdown is read. `types` is what types.yaml declares.
 */
export function assembleFields(
  source: EntryFile,
  type: string,
  types: OwnTypes,
  context: InlineContext,
): readonly FieldValue[] {
  const order = types.types.find(({ name }) => name === type)?.fields ?? [];
  const rest = Object.keys(source.fields).filter((name) => !order.includes(name));
  return [...order, ...rest].flatMap((name): FieldValue[] => {
    const value = source.fields[name];
    const field = types.fields.find((one) => one.name === name);
    if (value === undefined || !field) return [];
    const prose: (readonly Phrasing[])[] = [];
    const read = mapStrings(field.schema, value, (format, text) => {
      if (format === 'markdown') {
        const words = inlineSource(text, source.yaml.locate([name]), context);
        prose.push(words);
        // Where the source says what an edition leaves out, the value is what is shown.
        return /\{\{|:only|:snippet/.test(text) ? toText(words) : text;
      }
      if (format !== 'entry') return filled(text, context, { place: () => source.yaml.locate([name]) });
      const number = context.resolve(text)?.number ?? text;
      const children = [{ type: 'text', value: number }] as const;
      prose.push([{ type: 'crossReference', number, written: text, automatic: true, children }]);
      return number;
    });
    return [{ name, value: read, ...(prose.length > 0 ? { prose } : {}) }];
  });
}
