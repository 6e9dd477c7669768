import { readSvg, svgElements } from '@octavo/core/svg';

/** Every word in an SVG picture, whether it is drawn or not: what fonts it may need. */
export function svgSays(source: string): string {
  const read = readSvg(source);
  if ('fault' in read) return '';
  return [...svgElements(read.root)]
    .filter(({ name }) => name !== 'style')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ');
}
