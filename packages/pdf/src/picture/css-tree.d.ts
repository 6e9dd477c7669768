/** Parts of css-tree that its types know by its root alone, which would load its whole dictionary. */
declare module 'css-tree/parser' {
  import { parse } from 'css-tree';

  export = parse;
}
declare module 'css-tree/walker' {
  import { walk } from 'css-tree';

  export = walk;
}
