import type { OpenedFont } from './opened-font.ts';

/** Lays a text out by fontkit; a feature after a minus is one to do without. */
export function layOut(
  font: OpenedFont,
  text: string,
  features: readonly string[] | undefined,
  direction: 'ltr' | 'rtl',
): ReturnType<OpenedFont['layout']> {
  const switches = Object.fromEntries(
    (features ?? []).map((name) => (name.startsWith('-') ? [name.slice(1), false] : [name, true])),
  );
  const attempt = (more: Readonly<Record<string, boolean>>): ReturnType<OpenedFont['layout']> =>
    font.layout(text, { ...switches, ...more }, undefined, undefined, direction);
  try {
    return attempt({});
  } catch {
    // fontkit throws where a font has no place for a mark on a letter: the mark then stands beside it.
    return attempt({ mark: false, mkmk: false });
  }
}
