export { isolated } from './to-hast/isolated.ts';
export { type MathFault, mathFault, mathToHast } from './to-hast/math.ts';
export { MATH_CLASSES } from './to-hast/math-style.ts';
export type { ToHastOptions } from './to-hast/options.ts';
export { badgesToHast, fieldsToHast } from './to-hast/own-fields.ts';
export { editedLabel, marksLegend, passagesToHast } from './to-hast/passages.ts';
export { hasUnprintable, printable } from './to-hast/printable.ts';
export { type SayLinks, sayToHast } from './to-hast/say.ts';
export { bodyToHast, type HastBody, phrasingToHast, toHast } from './to-hast/to-hast.ts';
