import type { Corpus } from './model.ts';
import { octavoForm } from './octavo-form.ts';

const TYPES = `fields:
  level: { title: Level, schema: { type: string, enum: [first, second] } }
  note: { title: Note, schema: { type: string, format: markdown } }
`;

/** A handbook of ours whose entries have two fields of their own: a word and a line of Markdown. */
export function fieldsForm(corpus: Corpus): ReadonlyMap<string, string> {
  const entries = [...octavoForm(corpus)].map(([path, text], at): [string, string] => [
    path,
    path === 'handbook.yaml'
      ? text
      : text.replace('---\n', `---\nlevel: ${at % 2 === 0 ? 'first' : 'second'}\nnote: "*Note* ${at}."\n`),
  ]);
  return new Map([...entries, ['types.yaml', TYPES]]);
}
