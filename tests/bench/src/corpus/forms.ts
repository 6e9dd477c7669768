import type { Corpus } from './model.ts';
import { octavoForm } from './octavo-form.ts';
import { pandocForm } from './pandoc-form.ts';
import { typstForm } from './typst-form.ts';

/** Files of a corpus in the form of one tool, by path in that form's folder. */
export type Form = (corpus: Corpus) => ReadonlyMap<string, string>;

export type FormName = 'octavo' | 'pandoc' | 'typst';

/** One row a form; a peer names the one it reads. */
export const FORMS: Readonly<Record<FormName, Form>> = {
  octavo: octavoForm,
  pandoc: pandocForm,
  typst: typstForm,
};
