import type { Corpus } from './model.ts';
import { octavoForm } from './octavo-form.ts';

const EDITIONS = `conditions:
  audience: [public, partners, staff]
editions:
  public: { for: { audience: public }, title: For everybody, variables: { product: Bench } }
  partners: { for: { audience: partners }, title: For partners, variables: { product: Bench Pro } }
  staff: { for: { audience: staff }, title: For the staff, variables: { product: Workbench } }
variables: { product: Bench }
`;

/** A handbook of ours with three editions: every 20th entry is for the staff, every 10th says what differs in them. */
export function editionsForm(corpus: Corpus): ReadonlyMap<string, string> {
  let count = 0;
  return new Map(
    [...octavoForm(corpus)].map(([path, text]) => {
      if (path === 'handbook.yaml') return [path, text + EDITIONS];
      count++;
      const own = count % 20 === 0 ? text.replace('---\n', '---\nfor: { audience: staff }\n') : text;
      const says = '\n{{product}} is meant:only[, and its price is secret]{audience=staff}.\n';
      return [path, count % 10 === 5 ? own + says : own];
    }),
  );
}
