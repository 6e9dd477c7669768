import { editionView, read } from '@octavo/core/read';
import type { VFile } from 'vfile';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { EXIT, fail, misuse } from '../../exit-code.ts';

/** The id and the IRI of a handbook or of one of its editions, from handbook.yaml alone: the rest may be unfinished. */
export function readIdentity(
  files: readonly VFile[],
  edition: string | undefined,
): { readonly id: string; readonly iri: string; readonly editions: readonly string[] } {
  const all = read(files.filter(({ path }) => path === 'handbook.yaml'));
  const view = editionView(all, edition);
  const editions = Object.keys(all.handbook?.data.editions ?? {});
  if (edition !== undefined && !view.edition)
    misuse(
      `there is no edition "${edition}"${didYouMean(edition, editions)}`,
      editions.length > 0 ? `There are ${editions.join(', ')}.` : 'handbook.yaml has no editions.',
    );
  const { id, iri } = view.sources.handbook?.data ?? {};
  if (id === undefined || iri === undefined)
    fail(EXIT.content, 'handbook.yaml has no id or no iri', '"octavo check" says what is wrong with it.');
  return { id, iri, editions };
}
