/** React, its reconciler and react-pdf's layout with our elements. */
type Composer = Pick<typeof import('./cover.tsx'), 'coverElement'> &
  Pick<typeof import('./figure.tsx'), 'figureElement'> &
  Pick<typeof import('./imprint.tsx'), 'imprintElement'> &
  Pick<typeof import('./lay-out.tsx'), 'layOut'> &
  Pick<typeof import('./opening.tsx'), 'openingElement'> &
  Pick<typeof import('./title-page.tsx'), 'titleElement'>;

/** Loads what composes pages: a build that finds them all in its cache goes without. */
export async function composer(): Promise<Composer> {
  const { coverElement } = await import('./cover.tsx');
  const { figureElement } = await import('./figure.tsx');
  const { imprintElement } = await import('./imprint.tsx');
  const { layOut } = await import('./lay-out.tsx');
  const { openingElement } = await import('./opening.tsx');
  const { titleElement } = await import('./title-page.tsx');
  return { coverElement, figureElement, imprintElement, layOut, openingElement, titleElement };
}
