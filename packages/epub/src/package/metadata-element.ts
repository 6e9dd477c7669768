/** An element of the package metadata: `dc:title`, `meta` or `link`, its attributes and its text. */
export interface MetadataElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A `meta` with a property; `more` are further attributes such as `refines`. */
export function meta(
  property: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): MetadataElement {
  return { name: 'meta', attributes: { property, ...more }, text };
}

/** A Dublin Core element. */
export function dc(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): MetadataElement {
  return { name: `dc:${name}`, attributes, text };
}
