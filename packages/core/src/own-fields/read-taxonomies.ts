import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { TaxonomySource } from '../model/source.generated.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { YamlSource } from '../read/read-yaml.ts';

/** Reports concepts with one id, and those whose broader one is not there or leads back to them (`types-sound`). */
export function checkTaxonomy({ data, file, yaml }: YamlSource<TaxonomySource>): void {
  const concepts = data.concepts ?? [];
  // Of two with one id the first counts.
  const broader = new Map(concepts.toReversed().map((concept) => [concept.id, concept.broader]));
  const tell = (keys: KeyPath, reason: string, note: string) =>
    report(file, 'types-sound', { reason, note, place: yaml.locate(['concepts', ...keys]) });
  for (const [at, { id, broader: above }] of concepts.entries()) {
    if (concepts.findIndex((one) => one.id === id) < at)
      tell([at, 'id'], `the concept "${id}" is there twice`, 'Give one of the two another id.');
    if (above === undefined) continue;
    const hint = didYouMean(above, [...broader.keys()], (found) => `"${found}"`);
    if (!broader.has(above))
      tell([at, 'broader'], `no concept "${above}"${hint}`, 'Correct it, or declare it in this file.');
    else if (leadsBack(id, broader))
      tell([at, 'broader'], `the concept "${id}" is above itself`, 'Remove one "broader:" of the circle.');
  }
}

function leadsBack(id: string, broader: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let above = broader.get(id); above !== undefined && !seen.has(above); above = broader.get(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
