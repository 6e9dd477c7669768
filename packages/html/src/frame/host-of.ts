import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';

/** The path of the handbook's IRI, for a page that is shown at any depth. */
export function hostOf({ handbook }: Site, { atAnyDepth }: PageContent): string | undefined {
  return atAnyDepth ? new URL(handbook.iri).pathname : undefined;
}
