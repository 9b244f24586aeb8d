import { PermanentError } from "@parley/contract/errors";
import type { z } from "zod";

/** A versioned state: its shape now, how it begins, and how each older version becomes the next. */
export type StateDefinition<S extends object> = {
  version: number;
  schema: z.ZodType<S>;
  initial: (key: string) => S;
  /** `upcasters[3]` turns version 3 into version 4. Pure. */
  upcasters: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Until when the page of such a state is kept, Unix ms; undefined: for ever. An actor whose page is gone begins anew. */
  keptUntilMs?: (state: S, now: number) => number | undefined;
};

/** A plain object the journal can patch key by key: keep what changes often under its own top-level key. */
export function defineState<S extends object>(
  definition: Omit<StateDefinition<S>, "upcasters"> & { upcasters?: StateDefinition<S>["upcasters"] },
): StateDefinition<S> {
  return { upcasters: {}, ...definition };
}

/** Brings a stored state up to date and checks it. Throws `PermanentError("state.malformed")`. */
export function reviveState<S extends object>(definition: StateDefinition<S>, version: number, stored: unknown): S {
  let state = stored;
  for (let v = version; v < definition.version; v++) {
    const upcast = definition.upcasters[v];
    if (!upcast) throw new PermanentError("state.malformed", `no upcaster from state version ${v}`);
    state = upcast(state);
  }
  if (version > definition.version) {
    throw new PermanentError(
      "state.malformed",
      `state version ${version} is newer than this program's ${definition.version}`,
    );
  }
  const parsed = definition.schema.safeParse(state);
  if (!parsed.success) throw new PermanentError("state.malformed", parsed.error.message, { cause: parsed.error });
  return parsed.data;
}
