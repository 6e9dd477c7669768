import { readSvg, svgElements } from '@octavo/core/svg';

/** Returns every word in an SVG picture, whether it is drawn or not, since fonts are chosen by the words. */
export function svgSays(source: string): string {
  const read = readSvg(source);
  if ('fault' in read) return '';
  return [...svgElements(read.root)]
    .filter(({ name }) => name !== 'style')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ');
}
