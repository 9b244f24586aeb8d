import type { ActorDefinition } from "@parley/actor/actor";
import { applyPatch } from "@parley/actor/patch";
import { reviveState } from "@parley/actor/state";
import { PermanentError } from "@parley/contract/errors";
import type { Message, Trace } from "@parley/contract/message";
import type { ActorRecord } from "./commit.ts";
import type { Place } from "./watermark.ts";

/** An actor definition with its types erased: the runtime checks states by schema and messages by `receives`. */
// biome-ignore lint/suspicious/noExplicitAny: method parameters vary per actor; this is the one place that forgets them.
export type AnyActor = ActorDefinition<any, any>;

/** A message waiting for its actor, with its place in the source. */
export type Input = {
  key: string;
  source: string;
  position: number;
  place: Place;
  message: Message;
  trace: Trace;
  /** When it was stored upstream, Unix ms. */
  storedAtMs: number;
  redelivered: boolean;
  from?: string | undefined;
  fromPosition?: number | undefined;
  timer?: readonly [name: string, setBy: number] | undefined;
};

/** A chat set aside: what waits, in order. Kept in the actor's own record and page. */
export type Parked = {
  code: string;
  sinceMs: number;
  attempts: number;
  queue: ParkedInput[];
  /** All but the last is not tried again, see `endsParking`. */
  givenUp?: boolean;
};
export type ParkedInput = { source: string; position: number; message: Message; trace: Trace };

/** Everything durable of an actor after record `n`. Immutable. */
export type Snapshot = {
  n: number;
  stateVersion: number;
  state: object;
  /** Highest position done, by source and, for messages from other keys, by sender `@<service>.<pp>`. */
  last: Readonly<Record<string, number>>;
  timers: Readonly<Record<string, number>>;
  parked: Parked | undefined;
};

/** An actor in memory. `now` is the working copy, ahead of `committed` by what is still on its way to the journal. */
export type Cell = {
  readonly key: string;
  now: Snapshot;
  committed: Snapshot;
  queue: Input[];
  /** Anything but `idle` holds the queue: its page is being read, a slow handler runs, a message waits for its next attempt. */
  phase: "idle" | "loading" | "running" | "retrying";
  /** Committed changes that its page does not have yet. */
  dirty: boolean;
  /** Revision of the page, 0 when there is none. */
  pageSeq: number;
  /** The next record writes the whole state: first ever, or first after an upcast. */
  writeFull: boolean;
  /** Rises with every use in the partition: the lowest is forgotten first. */
  usedAt: number;
};

export function blankSnapshot(definition: AnyActor, key: string): Snapshot {
  const state: object = definition.state.initial(key);
  return { n: 0, stateVersion: definition.state.version, state, last: {}, timers: {}, parked: undefined };
}

/** Applies a journal record to what was known before it. Records up to the page's own `n` change nothing. */
export function applyRecord(before: Snapshot, record: ActorRecord): Snapshot {
  if (record.n <= before.n) return before;
  if (record.n !== before.n + 1) {
    throw new PermanentError("state.malformed", `record ${record.n} follows ${before.n}: the journal has a hole`);
  }
  const state =
    record.change.kind === "full"
      ? record.change.state
      : record.change.kind === "patch"
        ? applyPatch(before.state, record.change.patch)
        : before.state;
  return {
    n: record.n,
    stateVersion: record.change.kind === "full" ? record.stateVersion : before.stateVersion,
    state,
    last: advance(before.last, record),
    timers: record.timers ?? before.timers,
    parked: record.parked === undefined ? before.parked : isParked(record.parked) ? record.parked : undefined,
  };
}

export function advance(
  last: Readonly<Record<string, number>>,
  done: { source: string; position: number; from?: string | undefined; fromPosition?: number | undefined },
): Record<string, number> {
  const next: Record<string, number> = { ...last };
  // A parked message comes up again after later ones of its source: the mark never goes back.
  next[done.source] = Math.max(done.position, last[done.source] ?? 0);
  if (done.from !== undefined && done.fromPosition !== undefined) next[`@${done.from}`] = done.fromPosition;
  return next;
}

/** True when the actor has committed this message before. */
export function alreadyDone(snapshot: Snapshot, input: Input): boolean {
  if (input.position <= (snapshot.last[input.source] ?? -1)) return true;
  return input.from !== undefined && (input.fromPosition ?? 0) <= (snapshot.last[`@${input.from}`] ?? -1);
}

export function revive(definition: AnyActor, stored: Snapshot): { snapshot: Snapshot; upcast: boolean } {
  if (stored.n === 0) return { snapshot: stored, upcast: true };
  const state: object = reviveState(definition.state, stored.stateVersion, stored.state);
  const upcast = stored.stateVersion !== definition.state.version;
  return { snapshot: { ...stored, state, stateVersion: definition.state.version }, upcast };
}

export function isParked(value: unknown): value is Parked {
  return typeof value === "object" && value !== null && "queue" in value && Array.isArray(value.queue);
}
