import type { Term } from '../model/documents.generated.ts';
import type { Sources } from '../read/read.ts';
import type { ContextFor } from './body-context.ts';
import type { Condition } from './condition.ts';
import { inlineSource } from './inline-source.ts';
import { filled } from './variables/fill.ts';

/** The terms of glossary.yaml in its order. A term without an id gets one from its words. `keeps`: what the edition shows. */
export function assembleTerms(
  sources: Sources,
  contextFor: ContextFor,
  keeps: (condition: Condition | undefined) => boolean = () => true,
): readonly Term[] {
  const source = sources.glossary;
  if (!source) return [];
  return (source.data.terms ?? []).map((term, index): Term => {
    const context = contextFor({ file: source.file, isLeftOut: !keeps(term.for) });
    const place = source.yaml.locate(['terms', index, 'definition']);
    const fill = (text: string, ...keys: (string | number)[]) =>
      filled(text, context, { place: () => source.yaml.locate(['terms', index, ...keys]) });
    const name = fill(term.term, 'term');
    return {
      id: term.id ?? slugOf(name, index),
      term: name,
      definition: inlineSource(term.definition.trim(), place, context),
      also: (term.also ?? []).map((one, at) => fill(one, 'also', at)),
      entries: (term.entries ?? []).map((reference) => context.resolve(reference)?.number ?? reference),
      source: { path: source.file.path, ...source.yaml.locate(['terms', index]) },
    };
  });
}

/** Letters and digits of any script, joined by hyphens. */
function slugOf(term: string, index: number): string {
  const slug = term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? `term-${index + 1}` : slug;
}
