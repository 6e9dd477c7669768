/*
 * The term of the EPUB 3 Structural Semantics Vocabulary for each DPUB-ARIA role. Every element with such a
 * role gets it, so the two never disagree. `index` is missing: EPUB Indexes 1.0 requires more of an index
 * than a list of terms by initials has.
 */
const TYPES: Readonly<Record<string, string>> = {
  'doc-abstract': 'abstract',
  'doc-acknowledgments': 'acknowledgments',
  'doc-afterword': 'afterword',
  'doc-appendix': 'appendix',
  'doc-backlink': 'backlink',
  'doc-bibliography': 'bibliography',
  'doc-chapter': 'chapter',
  'doc-colophon': 'colophon',
  'doc-conclusion': 'conclusion',
  'doc-cover': 'cover',
  'doc-dedication': 'dedication',
  'doc-endnote': 'endnote',
  'doc-endnotes': 'endnotes',
  'doc-epigraph': 'epigraph',
  'doc-epilogue': 'epilogue',
  'doc-foreword': 'foreword',
  'doc-footnote': 'footnote',
  'doc-glossary': 'glossary',
  'doc-introduction': 'introduction',
  'doc-noteref': 'noteref',
  'doc-pagebreak': 'pagebreak',
  'doc-part': 'part',
  'doc-preface': 'preface',
  'doc-qna': 'qna',
  'doc-subtitle': 'subtitle',
  'doc-toc': 'toc',
};

/** `epub:type` for a role; undefined for a role without a counterpart. */
export function epubTypeOf(role: unknown): string | undefined {
  return typeof role === 'string' ? TYPES[role] : undefined;
}
