/** OpenType features as fontkit takes them; one after a minus is switched off. */
export function featureSwitches(features: readonly string[]): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    features.map((name) => (name.startsWith('-') ? [name.slice(1), false] : [name, true])),
  );
}
