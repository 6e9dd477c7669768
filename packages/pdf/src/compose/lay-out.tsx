import layoutDocument from '@react-pdf/layout';
import { Document, Page, pdf } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { moved } from '../flow/piece.ts';
import { type Stack, space, stack } from '../flow/stack.ts';
import { LEAF } from './set-lines.tsx';

interface LaidOut {
  readonly box?: {
    readonly left?: number;
    readonly top?: number;
    readonly width: number;
    readonly height: number;
  };
  readonly style?: { readonly backgroundColor?: string };
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly LaidOut[];
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
): Promise<Stack | undefined> {
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
  return page && top ? { ...stack(drawn(top, 0, 0)), height: top.box?.height ?? 0 } : undefined;
}

/** What an element and those in it draw, each of no height of its own, because it is where it belongs. */
function drawn({ box, style, props, children = [] }: LaidOut, x: number, y: number): readonly Stack[] {
  const { width = 0, height = 0 } = box ?? {};
  const fill = style?.backgroundColor;
  const leaf = props?.[LEAF] as Stack | undefined;
  return [
    ...(fill === undefined
      ? []
      : [{ ...space(0), items: [{ kind: 'box', x, y, width, height, fill } as const] }]),
    ...(leaf ? [{ ...moved(leaf, x, y), height: 0 }] : []),
    ...children.flatMap((child) => drawn(child, x + (child.box?.left ?? 0), y + (child.box?.top ?? 0))),
  ];
}
