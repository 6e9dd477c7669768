/** React, its reconciler and react-pdf's layout with our elements. */
type Composer = typeof import('./elements.tsx') & Pick<typeof import('./lay-out.tsx'), 'layOut'>;

/** Loads what composes pages: a build that finds them all in its cache goes without. */
export async function composer(): Promise<Composer> {
  const { layOut } = await import('./lay-out.tsx');
  return { ...(await import('./elements.tsx')), layOut };
}
