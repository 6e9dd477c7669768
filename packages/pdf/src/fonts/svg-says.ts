import { readSvg, svgElements } from '@octavo/core/svg';

/**
 * Returns every word in an image that is an SVG picture, whether it is drawn or not, since fonts are chosen by the
 * words. Returns an empty string for any other image, and for one that is not there.
 */
export function svgSays(path: string, bytes: Uint8Array | undefined): string {
  const read = bytes && /\.svg$/i.test(path) ? readSvg(new TextDecoder().decode(bytes)) : undefined;
  if (!read || 'fault' in read) return '';
  return [...svgElements(read.root)]
    .filter(({ name }) => name !== 'style')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ');
}
