/** Parts of css-tree that its types know by its root alone, which would load its whole dictionary. */
declare module 'css-tree/tokenizer' {
  export { tokenize, tokenNames, tokenTypes } from 'css-tree';
}
declare module 'css-tree/utils' {
  interface Coded {
    readonly decode: (source: string) => string;
  }
  export const ident: Coded;
  export const string: Coded;
  export const url: Coded;
}
