import { type Finder, textOf } from './findings.ts';

/** Entries and citations of the snapshot document. */
export const jsonldFindings: Finder = (files, handbook) => {
  const prefix = `${handbook.iri}entry/`;
  const links = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    const number = /^entry\/([^/]+)\.jsonld$/.exec(path)?.[1];
    if (number === undefined) continue;
    const document = JSON.parse(textOf(files, path)) as {
      '@id': string;
      '@type': unknown;
      acceptedAnswer?: { citation?: string | string[] };
    };
    if (!document.acceptedAnswer) continue;
    const citations = [document.acceptedAnswer.citation ?? []].flat();
    links.set(
      document['@id'].slice(prefix.length),
      new Set(citations.map((iri) => iri.slice(prefix.length))),
    );
  }
  const snapshot = JSON.parse(textOf(files, `${handbook.id}.jsonld`)) as unknown;
  const numbers: string[] = [];
  visit(snapshot, (node) => {
    if ([node['@type']].flat().includes('Question') && typeof node['@id'] === 'string')
      numbers.push(node['@id'].slice(prefix.length));
  });
  const order = new Map(numbers.map((number, index) => [number, index]));
  return { numbers: [...links.keys()].sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1)), links };
};

function visit(value: unknown, tell: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, tell);
  else if (typeof value === 'object' && value !== null) {
    tell(value as Record<string, unknown>);
    for (const item of Object.values(value)) visit(item, tell);
  }
}
