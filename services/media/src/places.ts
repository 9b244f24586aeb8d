/** A bounded number of places for work: `undefined` when too many wait; otherwise a place, given back by calling it. */
export function places(atOnce: number, maxWaiting: number): () => Promise<(() => void) | undefined> {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) taken--;
    else next();
  };
  return async () => {
    if (taken < atOnce) taken++;
    else if (waiting.length >= maxWaiting) return undefined;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}
