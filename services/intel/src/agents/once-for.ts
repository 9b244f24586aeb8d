/** What is made of an object, once for each; kept as long as the object is. */
export function onceFor<K extends object, V extends NonNullable<unknown>>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>();
  return (of) => {
    const found = made.get(of);
    if (found !== undefined) return found;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}
