/** What a link can lead to: an entry by its number, or something that is none. */
export type Target =
  | { readonly kind: 'entry'; readonly number: string }
  | { readonly kind: 'chapter'; readonly number: string; readonly title: string }
  | { readonly kind: 'page'; readonly title: string }
  | { readonly kind: 'nothing' | 'draft' };

/** Where links lead: explicit anchors, the anchors that headings get by themselves, heading texts, numbers. */
export interface Targets {
  readonly add: (path: string, names: readonly string[], headings: readonly string[], target: Target) => void;
  readonly addNumber: (number: string, target: Target) => void;
  /** The first thing of a document: what a link to the file as a whole leads to. */
  readonly addDocument: (path: string, target: Target) => void;
  /** By an anchor in a document; in any other document when the own one has none of that name. */
  readonly byAnchor: (path: string, anchor: string) => Target | undefined;
  readonly byDocument: (path: string) => Target | undefined;
}
