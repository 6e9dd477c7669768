declare module 'rdf-canonize' {
  /** Canonical N-Quads (RDFC-1.0) of quads in the shape of RDF/JS. */
  export function canonize(
    quads: readonly unknown[],
    options: { readonly algorithm: 'RDFC-1.0'; readonly format: 'application/n-quads' },
  ): Promise<string>;
}
