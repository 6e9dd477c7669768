export { readSvg, type SvgElement, svgElements } from './svg/read-svg.ts';
export { type SvgFault, svgFaults } from './svg/svg-faults.ts';
