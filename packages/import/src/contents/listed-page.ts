/** A page as the contents of its book list it. */
export interface ListedPage {
  /** What the contents call a page: a path, or an id. */
  readonly page: string;
  readonly title?: string | undefined;
  /** What it stands in, outermost first: a heading of the contents, or a page that lists it. */
  readonly above: readonly Group[];
}

export interface Group {
  readonly title: string;
  readonly page?: string | undefined;
}

/** What a folder says of itself in a file of its generator. */
export interface FolderLabel {
  readonly title?: string | undefined;
  readonly order?: number | undefined;
}
