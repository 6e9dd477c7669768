/*
 * The terms of the EPUB 3 Structural Semantics Vocabulary that a DPUB-ARIA role is named for. Every element with
 * such a role gets its term, so the two never disagree. `index` is missing: EPUB Indexes 1.0 requires more of an
 * index than a list of terms by initials has.
 */
const TYPES: ReadonlySet<string> = new Set(
  'abstract acknowledgments afterword appendix backlink bibliography chapter colophon conclusion cover dedication endnote endnotes epigraph epilogue foreword footnote glossary introduction noteref pagebreak part preface qna subtitle toc'.split(
    ' ',
  ),
);

/** `epub:type` for a role; undefined for a role without a counterpart. */
export function epubTypeOf(role: unknown): string | undefined {
  const type = typeof role === 'string' && role.startsWith('doc-') ? role.slice('doc-'.length) : '';
  return TYPES.has(type) ? type : undefined;
}
