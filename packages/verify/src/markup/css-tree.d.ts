/** Parts of css-tree that its types know by its root alone, which would load its whole dictionary. */
declare module 'css-tree/parser' {
  import { parse } from 'css-tree';

  export = parse;
}
declare module 'css-tree/generator' {
  import { generate } from 'css-tree';

  export = generate;
}
declare module 'css-tree/utils' {
  interface Coded {
    readonly decode: (source: string) => string;
  }
  export const ident: Coded;
}
