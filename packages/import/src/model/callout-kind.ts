/** What a call-out is in a handbook. */
export type CalloutKind = 'note' | 'tip' | 'warning';

/** The names of call-outs in GitHub, Docusaurus, VuePress, MkDocs and reStructuredText, by what they are here. */
const NAMES: Readonly<Record<CalloutKind, string>> = {
  note: 'note info abstract summary example quote seealso see admonition',
  tip: 'tip hint success',
  warning: 'warning caution danger important attention error bug failure',
};
const KINDS: ReadonlyMap<string, CalloutKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as CalloutKind] as const),
  ),
);

/** The kind of call-out that a name means. */
export function calloutKind(name: string): CalloutKind | undefined {
  return KINDS.get(name.toLowerCase());
}
