/** Lets work in, first come first served, while the weights of what is inside stay within `most`; heavier work goes in alone. */
export function createSlots(most: number) {
  let held = 0;
  const waiting: { weight: number; enter: () => void }[] = [];
  const admit = () => {
    for (let next = waiting[0]; next !== undefined && held + next.weight <= most; next = waiting[0]) {
      waiting.shift();
      held += next.weight;
      next.enter();
    }
  };
  return {
    async hold<T>(weight: number, act: () => Promise<T>): Promise<T> {
      const bounded = Math.min(Math.max(1, Math.ceil(weight)), most);
      await new Promise<void>((enter) => {
        waiting.push({ weight: bounded, enter });
        admit();
      });
      try {
        return await act();
      } finally {
        held -= bounded;
        admit();
      }
    },
  };
}
