/** `make`, with what it has made kept by its key: once that is `most` it begins afresh. Only for what depends on nothing but the key. */
export function remembered<K, V extends NonNullable<unknown>>(most: number, make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
}
