/** The types of css-tree know these parts only by its root, and importing the root would load its whole dictionary. */
declare module 'css-tree/parser' {
  import { parse } from 'css-tree';

  export = parse;
}
declare module 'css-tree/walker' {
  import { walk } from 'css-tree';

  export = walk;
}
