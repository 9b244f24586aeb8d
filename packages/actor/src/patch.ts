/** The difference of two states, one level deep: states are immutable, so a changed part is another reference. */
export type Patch = { set?: Record<string, unknown>; del?: string[] };

export function diff(before: object, after: object): Patch {
  const patch: Patch = {};
  const old = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(after)) {
    if (value !== undefined && (!old.has(key) || old.get(key) !== value)) {
      patch.set ??= {};
      patch.set[key] = value;
    }
  }
  const next = new Map(Object.entries(after));
  for (const [key, value] of old) {
    if (value !== undefined && next.get(key) === undefined) {
      patch.del ??= [];
      patch.del.push(key);
    }
  }
  return patch;
}

export function applyPatch(before: object, patch: Patch): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before, ...patch.set };
  for (const key of patch.del ?? []) delete after[key];
  return after;
}
