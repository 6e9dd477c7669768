import { asciidoctorForm } from './asciidoctor-form.ts';
import { editionsForm } from './editions-form.ts';
import { eleventyForm } from './eleventy-form.ts';
import { fieldsForm } from './fields-form.ts';
import { hugoForm } from './hugo-form.ts';
import type { Corpus } from './model.ts';
import { octavoForm } from './octavo-form.ts';
import { pandocForm } from './pandoc-form.ts';
import { typstForm } from './typst-form.ts';
import { vivliostyleForm } from './vivliostyle-form.ts';

/** Files of a corpus in the form of one tool, by path in that form's folder. */
export type Form = (corpus: Corpus) => ReadonlyMap<string, string>;

export type FormName =
  | 'asciidoctor'
  | 'editions'
  | 'eleventy'
  | 'fields'
  | 'hugo'
  | 'octavo'
  | 'pandoc'
  | 'typst'
  | 'vivliostyle';

/** One row a form; a peer names the one it reads. */
export const FORMS: Readonly<Record<FormName, Form>> = {
  asciidoctor: asciidoctorForm,
  editions: editionsForm,
  eleventy: eleventyForm,
  fields: fieldsForm,
  hugo: hugoForm,
  octavo: octavoForm,
  pandoc: pandocForm,
  typst: typstForm,
  vivliostyle: vivliostyleForm,
};
