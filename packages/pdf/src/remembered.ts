/** Returns a function that makes each value once, and then remembers it by its key. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
