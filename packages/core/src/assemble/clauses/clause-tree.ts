import type { PhrasingContent } from 'mdast';
import type { Block } from '../../model/answer.ts';
import type { Item } from '../item.ts';
import type { Reading } from './label.ts';
import type { Level } from './level.ts';
import type { Found } from './lines.ts';

/** The blocks of an answer while its clauses are being read, from the first line to the last. */
export class ClauseTree {
  readonly root: Block[] = [];
  /** The lists of clauses that are open, the outermost first. Only the last one can have been left. */
  readonly levels: Level[] = [];
  /** The paragraph that is being read. */
  private text: PhrasingContent[] = [];
  /** What no clause begins in, and is not yet converted. */
  private run: Item[] = [];
  /** Places of which a condition took something: empty ones are gone. */
  private readonly cut = new Set<readonly Block[]>();
  private readonly convert: (items: readonly Item[]) => readonly Block[];

  /** `convert` makes the blocks of what is no clause. */
  constructor(convert: (items: readonly Item[]) => readonly Block[]) {
    this.convert = convert;
  }

  /** How many levels the text stands in. */
  get openDepth(): number {
    return this.levels.at(-1)?.list ? this.levels.length : Math.max(0, this.levels.length - 1);
  }

  /** How far in the label stands whose clause the text is in. */
  get openColumn(): number {
    return this.levels[this.openDepth - 1]?.found.column ?? 0;
  }

  get hasText(): boolean {
    return this.text.length > 0;
  }

  /** Begins the paragraph that the next lines go on with. */
  beginText(nodes: readonly PhrasingContent[]): void {
    this.text = [...nodes];
  }

  /** Adds a line to the paragraph that is being read. */
  addLine(nodes: readonly PhrasingContent[]): void {
    this.text.push({ type: 'text', value: '\n' }, ...nodes);
  }

  /** Adds a block that is no paragraph. */
  add(item: Item): void {
    this.run.push(item);
  }

  /** Puts what has been read into the clause that is open, or the answer itself. */
  flush(): void {
    const { text, run } = this;
    // A line break before the next label breaks nothing.
    if (text.at(-1)?.type === 'break') text.pop();
    if (text.length > 0) {
      const [start, end] = [text[0]?.position?.start, text.at(-1)?.position?.end];
      run.push({ type: 'paragraph', children: text, ...(start && end ? { position: { start, end } } : {}) });
    }
    const blocks = run.length > 0 ? this.convert(run) : [];
    if (run.length > blocks.length) this.leaveOut();
    this.inside.push(...blocks);
    this.text = [];
    this.run = [];
  }

  /** Notes that something which stands here is left out. */
  leaveOut(): void {
    this.cut.add(this.inside);
  }

  /** The blocks without the clauses and lists of which nothing is left. */
  kept(blocks: readonly Block[] = this.root): readonly Block[] {
    return blocks.flatMap((block) => {
      if (block.type !== 'list' || !block.labelled) return [block];
      const children = block.children.flatMap((item) => {
        const inner = this.kept(item.children);
        const isGone = inner.length === 0 && (item.children.length > 0 || this.cut.has(item.children));
        return isGone ? [] : [{ ...item, children: inner }];
      });
      return children.length > 0 ? [{ ...block, children }] : [];
    });
  }

  private get inside(): Block[] {
    return this.levels[this.openDepth - 1]?.inside ?? this.root;
  }

  /** Leaves all levels but the outer ones; what comes next is not in the latest list of the level below them. */
  leave(depth: number): void {
    this.levels.length = Math.min(this.levels.length, depth + 1);
    const left = this.levels[depth];
    if (left) left.list = undefined;
  }

  /** Begins a list of clauses within so many others. */
  open(wanted: number, reading: Reading, found: Found): void {
    this.flush();
    // A clause that was left does not go on behind the text that came since.
    const depth = this.levels[wanted - 1]?.list === undefined ? Math.max(0, wanted - 1) : wanted;
    this.levels.length = depth;
    const around = this.levels[depth - 1]?.inside ?? this.root;
    const level: Level = { reading, found, around, list: undefined, inside: [] };
    this.levels.push(level);
    begin(level, found);
  }

  /** Goes on with a list of clauses; `isApart` says that an empty line stands before the label. */
  goOn(depth: number, reading: Reading, found: Found, isApart: boolean): void {
    this.flush();
    this.levels.length = depth + 1;
    const level = this.levels[depth] as Level;
    Object.assign(level, { reading, found });
    if (level.list && isApart) level.list.spread = true;
    begin(level, found);
  }
}

function begin(level: Level, { label, place: start }: Found): void {
  const position = { start, end: start };
  if (!level.list) {
    level.list = { type: 'list', ordered: true, labelled: true, spread: false, children: [], position };
    level.around.push(level.list);
  }
  level.inside = [];
  level.list.children.push({
    type: 'listItem',
    label: label.text,
    spread: false,
    children: level.inside,
    position,
  });
}
