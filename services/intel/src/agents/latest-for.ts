/** What is made of an object, once while it is asked for again and again: only the latest is kept, which is cheaper than a WeakMap. */
export function latestFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  let latest: { of: K; value: V } | undefined;
  return (of) => {
    if (latest?.of !== of) latest = { of, value: make(of) };
    return latest.value;
  };
}
