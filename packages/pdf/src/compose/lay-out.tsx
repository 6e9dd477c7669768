import layoutDocument from '@react-pdf/layout';
import { Document, Page, pdf } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Box, Item, LinkArea } from '../display/display-list.ts';
import { LEAF, type Leaf } from './set-lines.tsx';

interface LaidOut {
  readonly box?: {
    readonly left?: number;
    readonly top?: number;
    readonly width: number;
    readonly height: number;
  };
  readonly style?: Readonly<Record<string, string | number | undefined>>;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly LaidOut[];
}

interface Gathering {
  items: Item[];
  links: LinkArea[];
  notes: string[];
  baseline?: number;
}

/** This page is taller than any piece: what is too tall for a real page is cut before it comes here. */
const TALL = 100_000;

/** No text goes through react-pdf's own layout, so it needs no fonts. */
const NO_FONTS = {
  getFont: () => undefined,
  load: () => Promise.resolve(),
  getEmojiSource: () => null,
  getHyphenationCallback: () => null,
};

type LayOut = (document: unknown, fonts: unknown) => Promise<LaidOut>;

// Yoga reads its WebAssembly while this module loads, so that compiling reads no file.
const EMPTY = { type: 'DOCUMENT', box: {}, style: {}, props: {}, children: [] };
await (layoutDocument as unknown as LayOut)(EMPTY, NO_FONTS);

/**
 * Lays out a React element in a width of so many points with react-pdf's reconciler and layout, and returns what it
 * draws. Returns undefined for an element that draws nothing.
 */
export async function layOut(
  element: ReactElement,
  width: number,
  height: number = TALL,
): Promise<Leaf | undefined> {
  const document = (
    <Document>
      <Page size={[width, height]} wrap={false}>
        {element}
      </Page>
    </Document>
  );
  // The reconciler keeps what it commits in the container; react-pdf asks for the instance, which is not used
  // otherwise.
  const instance = pdf();
  await new Promise<void>((done) =>
    (instance.updateContainer as (element: ReactElement, done: () => void) => void)(document, done),
  );
  const container = instance.container as unknown as { readonly document: unknown };
  const root = await (layoutDocument as unknown as LayOut)(container.document, NO_FONTS);
  instance.updateContainer(<Document />);
  const page = root.children?.[0];
  const top = page?.children?.[0];
  return page && top ? part(top, 0) : undefined;
}

function part(node: LaidOut, x: number): Leaf {
  const gathering: Gathering = { items: [], links: [], notes: [] };
  gather(node, x, 0, gathering);
  return { height: node.box?.height ?? 0, ...gathering };
}

function gather(node: LaidOut, x: number, y: number, into: Gathering): void {
  const { width = 0, height = 0 } = node.box ?? {};
  into.items.push(...decoration(node.style ?? {}, x, y, width, height));
  const leaf = node.props?.[LEAF] as Leaf | undefined;
  if (leaf) {
    into.items.push(...leaf.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })));
    into.links.push(...leaf.links.map((link) => ({ ...link, x: link.x + x, y: link.y + y })));
    into.notes.push(...leaf.notes);
    if (leaf.baseline !== undefined) into.baseline ??= leaf.baseline + y;
  }
  for (const child of node.children ?? []) {
    gather(child, x + (child.box?.left ?? 0), y + (child.box?.top ?? 0), into);
  }
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

function decoration(
  style: NonNullable<LaidOut['style']>,
  x: number,
  y: number,
  width: number,
  height: number,
): Box[] {
  const boxes: Box[] = [];
  const fill = style.backgroundColor;
  const radius = Number(style.borderTopLeftRadius ?? 0);
  if (typeof fill === 'string')
    boxes.push({ kind: 'box', x, y, width, height, fill, ...(radius > 0 ? { radius } : {}) });
  for (const side of SIDES) {
    const thick = Number(style[`border${side}Width`] ?? 0);
    const color = style[`border${side}Color`];
    if (thick <= 0 || typeof color !== 'string') continue;
    const isFlat = side === 'Top' || side === 'Bottom';
    boxes.push({
      kind: 'box',
      x: side === 'Right' ? x + width - thick : x,
      y: side === 'Bottom' ? y + height - thick : y,
      width: isFlat ? width : thick,
      height: isFlat ? thick : height,
      fill: color,
    });
  }
  return boxes;
}
