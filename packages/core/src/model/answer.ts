import type {
  Block,
  FootnoteDefinition,
  ListItem,
  Phrasing,
  TableCell,
  TableRow,
} from './documents.generated.ts';

/**
 * The closed set of nodes an answer, a prose page or a definition is made of: mdast (the names and
 * fields are mdast's where mdast has the node) plus the few nodes Octavo adds. Reference-style
 * links and images are resolved, raw HTML has become nodes, footnote definitions have moved to
 * `Entry.footnotes`. Every node keeps its source `position` (1-based line and column, 0-based offset).
 */
export type AnswerNode = Block | Phrasing | ListItem | TableRow | TableCell | FootnoteDefinition;

/** One handler a node type; forgetting one is a compile error. */
export type Handlers<Result, Context = void> = {
  readonly [Type in AnswerNode['type']]: (
    node: Extract<AnswerNode, { readonly type: Type }>,
    context: Context,
  ) => Result;
};

export type * from './documents.generated.ts';
