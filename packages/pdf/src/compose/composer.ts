/** React, its reconciler and react-pdf's layout with our elements. */
type Composer = Pick<typeof import('./cover.tsx'), 'coverElement'> &
  Pick<typeof import('./figure.tsx'), 'figureElement'> &
  Pick<typeof import('./imprint.tsx'), 'imprintElement'> &
  Pick<typeof import('./lay-out.tsx'), 'layOut'> &
  Pick<typeof import('./opening.tsx'), 'openingElement'> &
  Pick<typeof import('./title-page.tsx'), 'titleElement'>;

/** Loads what composes pages: a build that finds them all in its cache goes without. */
export async function composer(): Promise<Composer> {
  const [cover, figure, imprint, layOut, opening, title] = await Promise.all([
    import('./cover.tsx'),
    import('./figure.tsx'),
    import('./imprint.tsx'),
    import('./lay-out.tsx'),
    import('./opening.tsx'),
    import('./title-page.tsx'),
  ]);
  return { ...cover, ...figure, ...imprint, ...layOut, ...opening, ...title };
}
