/** The difference of two states, one level deep: states are immutable, so a changed part is another reference. */
export type Patch = { set?: Record<string, unknown>; del?: string[] };

export function diff(before: object, after: object): Patch {
  const old: Record<string, unknown> = { ...before };
  const next: Record<string, unknown> = { ...after };
  const patch: Patch = {};
  for (const key in next) {
    const value = next[key];
    if (value === undefined || old[key] === value) continue;
    patch.set ??= {};
    patch.set[key] = value;
  }
  for (const key in old) {
    if (old[key] === undefined || next[key] !== undefined) continue;
    patch.del ??= [];
    patch.del.push(key);
  }
  return patch;
}

export function applyPatch(before: object, patch: Patch): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before, ...patch.set };
  for (const key of patch.del ?? []) delete after[key];
  return after;
}
