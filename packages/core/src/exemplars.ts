export type { Exemplar, ExemplarMessage } from './exemplars/exemplar.ts';
export { type Exemplars, makeExemplars } from './exemplars/make-exemplars.ts';
