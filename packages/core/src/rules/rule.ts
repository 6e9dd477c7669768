import type { Position } from 'unist';
import type { SourceMap } from '../assemble/place.ts';
import type { References } from '../assemble/references.ts';
import type { Finding } from '../message/make-message.ts';
import type { AnswerNode } from '../model/answer.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import type { HandbookIndex } from '../model/handbook-index.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { Sources } from '../read/read.ts';

/** What a rule finds and where: a node's position in a body, or a path of keys in YAML. */
export interface RuleFinding extends Omit<Finding, 'place'> {
  /** The file, from the handbook's folder; handbook.yaml by default. */
  readonly path?: string;
  readonly keys?: KeyPath;
  readonly position?: Position | undefined;
}

/** The whole book, and a way to say what is wrong with it. Severity, source and address are the runner's to add. */
export interface RuleContext {
  /** The whole book, whatever the edition leaves out. */
  readonly handbook: Handbook;
  /** What the edition that is made shows: all of it, unless handbook.yaml has editions and one is chosen. */
  readonly published: Handbook;
  /** The name of that edition. */
  readonly edition: string | undefined;
  readonly index: HandbookIndex;
  /** Every entry, by path: also those whose number another one has, or whose folder is no chapter. */
  readonly entries: readonly Entry[];
  readonly bodies: readonly Body[];
  readonly references: References;
  readonly sources: Sources;
  readonly places: SourceMap;
  /** Drafts are being published too. */
  readonly drafts: boolean;
  readonly report: (finding: RuleFinding) => void;
}

/** Everything that was written as Markdown, with the file it is in. */
export interface Body {
  readonly path: string;
  readonly nodes: readonly AnswerNode[];
  /** Every node of it, in reading order. */
  readonly all: readonly AnswerNode[];
  readonly entry?: Entry;
  /** For nodes that have no position of their own. */
  readonly keys?: KeyPath;
}

/** One thing that must be so, about the whole book. The file's head comment is its documentation. */
export type Rule = (book: RuleContext) => void;

/** The nodes of the given types in all bodies, each with its place as a finding says it. */
export function* nodesOf<Type extends AnswerNode['type']>(
  { bodies }: Pick<RuleContext, 'bodies'>,
  ...types: readonly Type[]
): Generator<readonly [Extract<AnswerNode, { readonly type: Type }>, Omit<RuleFinding, 'reason'>]> {
  const isWanted = (node: AnswerNode): node is Extract<AnswerNode, { readonly type: Type }> =>
    types.some((type) => type === node.type);
  for (const { path, all, keys } of bodies)
    for (const node of all)
      if (isWanted(node)) yield [node, { path, position: node.position, ...(keys ? { keys } : {}) }];
}
