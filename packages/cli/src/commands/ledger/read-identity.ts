import { read } from '@octavo/core/read';
import type { VFile } from 'vfile';
import { EXIT, fail } from '../../exit-code.ts';

/** The id and the IRI of a handbook, from handbook.yaml alone: the rest may be unfinished. */
export function readIdentity(files: readonly VFile[]): { readonly id: string; readonly iri: string } {
  const { handbook } = read(files.filter(({ path }) => path === 'handbook.yaml'));
  const { id, iri } = handbook?.data ?? {};
  if (id === undefined || iri === undefined)
    fail(EXIT.content, 'handbook.yaml has no id or no iri', '"octavo check" says what is wrong with it.');
  return { id, iri };
}
