import { FALLBACKS } from '../../packages/pdf/src/fonts/catalogue.ts';

/** The font packages that a message of the PDF may advise. */
export function advisedPackages(): readonly string[] {
  return [...new Set(FALLBACKS.map((family) => family.package))];
}
