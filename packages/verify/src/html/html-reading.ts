import type { FormatRequest } from '../read-format.ts';
import type { HtmlSite } from './html-site.ts';

/** A site that is held to the handbook. */
export interface HtmlReading extends Pick<FormatRequest, 'findings' | 'book' | 'files'> {
  readonly site: HtmlSite;
}
