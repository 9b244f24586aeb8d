import type { Result } from "@parley/actor/actor";
import { diff } from "@parley/actor/patch";
import { PermanentError } from "@parley/contract/errors";
import { advance, type Cell, type Input, type Parked, type Snapshot } from "./cell.ts";
import { type ActorRecord, encodeRecord } from "./commit.ts";
import { traceWith } from "./message-context.ts";
import { type EncodedOut, encodeOut, timersAfter } from "./outs.ts";
import { type Finished, maxCommitBytes } from "./owner-journal.ts";

export type Recording = {
  service: string;
  /** Stateless: no record number, no state. */
  stateless: boolean;
  cell: Cell;
  input: Input;
  result: Result<object>;
  startedAt: number;
  endedAt: number;
  /** The parking place after this; null: not parked any more; undefined: as before. */
  parked: Parked | null | undefined;
};

/**
 * What one actor did with one message, ready for the next commit, with everything it wants to happen; moves the actor's working copy on.
 * Throws `PermanentError("message.too-large")` for more than a commit takes, and then changes nothing.
 */
export function recordResult(recording: Recording): Finished {
  const { service, stateless, cell, input, result, startedAt, endedAt, parked } = recording;
  const before = cell.now;
  const n = stateless ? 0 : before.n + 1;
  const outs = encodeOuts(result.outs, {
    service,
    key: cell.key,
    n,
    trace: traceWith(input, service, startedAt, endedAt - startedAt),
  });
  const timers = timersAfter(before.timers, result.outs, input.timer?.[0], n);
  const { source, position, from, fromPosition } = input;
  const record: ActorRecord = {
    key: cell.key,
    n,
    stateVersion: before.stateVersion,
    change: changeOf(recording),
    source,
    position,
    from,
    fromPosition,
    timers,
    ...(parked === undefined ? {} : { parked: parked ?? false }),
  };
  const recordBytes = encodeRecord(record);
  const bytes = outs.reduce((sum, out) => sum + out.bytes.length, recordBytes.length);
  if (bytes > maxCommitBytes) {
    throw new PermanentError(
      "message.too-large",
      `${bytes} bytes of state and messages; a commit takes ${maxCommitBytes}`,
    );
  }
  const after: Snapshot = stateless
    ? before
    : {
        n,
        stateVersion: before.stateVersion,
        state: result.state,
        last: advance(before.last, input),
        timers: timers ?? before.timers,
        parked: parked === undefined ? before.parked : (parked ?? undefined),
      };
  cell.now = after;
  cell.writeFull = false;
  const committed = () => {
    cell.committed = after;
    cell.dirty = true;
  };
  return { place: input.place, record, recordBytes, outs, bytes, committed };
}

function encodeOuts(outs: Result<object>["outs"], by: Parameters<typeof encodeOut>[1]): EncodedOut[] {
  const encoded: EncodedOut[] = [];
  for (const out of outs) {
    const one = encodeOut(out, by);
    if (one) encoded.push(one);
  }
  return encoded;
}

function changeOf({ stateless, cell, result: { state } }: Recording): ActorRecord["change"] {
  if (stateless) return { kind: "none" };
  if (typeof state !== "object" || state === null)
    throw new PermanentError("state.malformed", "a handler gave no state");
  if (cell.writeFull) return { kind: "full", state };
  if (state === cell.now.state) return { kind: "none" };
  return { kind: "patch", patch: diff(cell.now.state, state) };
}
