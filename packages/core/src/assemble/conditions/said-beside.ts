import type { KeyPath } from '../../read/parse-yaml.ts';
import type { Sources } from '../../read/read.ts';

/** A text of the sources that the Handbook has not, and where it is written: `handbook.yaml:31`. */
export interface SaidBeside {
  readonly text: string;
  readonly place: string;
}

/**
 * What the sources of a book with editions say beside its Handbook: the values of variables in every language, what
 * each edition says in place of the book, and who approved what.
 */
export function saidBeside({ handbook, approvals }: Sources): readonly SaidBeside[] {
  const { editions, variables } = handbook?.data ?? {};
  if (!handbook || !editions) return [];
  const found: SaidBeside[] = [];
  const add = (text: string, place: string) => {
    for (const piece of text.split(/\{\{[^{}]*\}\}/)) found.push({ text: piece, place });
  };
  const walk = (value: unknown, keys: KeyPath): void => {
    if (typeof value === 'string' || typeof value === 'number')
      add(String(value), `handbook.yaml:${handbook.yaml.locate(keys).line}`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, own] of Object.entries(value)) walk(own, [...keys, key]);
  };
  walk(variables, ['variables']);
  for (const [name, { title, subtitle, description, variables: own }] of Object.entries(editions))
    walk({ title, subtitle, description, variables: own }, ['editions', name]);
  for (const { file, approvals: log } of approvals.values())
    for (const { by, role = '', note = '' } of log)
      for (const text of [by, role, note]) add(text, `${file.path}:1`);
  return found;
}
