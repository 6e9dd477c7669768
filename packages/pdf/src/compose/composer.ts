/** This is react-pdf's layout with our elements, for which React and its reconciler are loaded. */
type Composer = typeof import('./elements.tsx') & Pick<typeof import('./lay-out.tsx'), 'layOut'>;

/** Loads what composes pages. A build that finds all of them in its cache does not need it. */
export async function composer(): Promise<Composer> {
  const { layOut } = await import('./lay-out.tsx');
  return { ...(await import('./elements.tsx')), layOut };
}
