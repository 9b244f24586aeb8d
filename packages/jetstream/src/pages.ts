import type { NatsConnection } from "@nats-io/transport-node";
import { PermanentError } from "@parley/contract/errors";
import { checkpointKey, epochKey, kvStream, kvSubject, type Names, pageKey } from "@parley/contract/names";
import { isParked, type Snapshot } from "./cell.ts";
import { isOffsets, type Offsets, type StartingNote } from "./commit.ts";
import { getLast } from "./direct-get.ts";
import { createKeyedWriter, type WriteOutcome } from "./keyed-writer.ts";
import type { Publisher } from "./publisher.ts";

/** How far pages have come: all actors are at least as new as journal sequence `seq`. */
export type Checkpoint = {
  seq: number;
  offsets: Offsets;
  /** The message being handled alone when this was written. */
  starting?: StartingNote | undefined;
  /** Workers only: positions done above the low watermark, by source. */
  done: Record<string, number[]>;
};

/** Who owns a partition, written when it is opened and when it is handed over. */
export type Epoch = {
  /** The owner's journal subject token: a replica and its incarnation. */
  owner: string;
  /** Offsets at the opening. */
  head: Offsets;
  /** Openings in a row, this one included, that found the same input waiting after an unclean end. */
  stuck: number;
  /** Handed over: the owner writes no more of this partition. */
  closed: boolean;
};

/** A service's bucket of pages: JSON, so that `nats kv get` shows what an actor knows. */
export type Pages = {
  read(partition: number, key: string): Promise<{ snapshot: Snapshot; seq: number } | undefined>;
  write(
    partition: number,
    pages: ReadonlyArray<{
      key: string;
      snapshot: Snapshot;
      knownSeq: number;
      /** Unix ms; the server removes the page then. For ever when absent. */
      keptUntilMs?: number | undefined;
    }>,
  ): Promise<WriteOutcome[]>;
  readCheckpoint(partition: number): Promise<{ checkpoint: Checkpoint; seq: number } | undefined>;
  writeCheckpoint(partition: number, checkpoint: Checkpoint, knownSeq: number): Promise<WriteOutcome>;
  /** `seq` is the revision to write over; 0 when there was never an owner. */
  readEpoch(partition: number): Promise<{ epoch: Epoch | undefined; seq: number }>;
  /** The new revision. Throws `JetStreamError` (`wrongLastSequence`) when somebody else wrote since. */
  writeEpoch(partition: number, epoch: Epoch, overSeq: number): Promise<number>;
};

export function openPages(nc: NatsConnection, publisher: Publisher, names: Names, service: string): Pages {
  const bucket = names.stateBucket(service);
  const stream = kvStream(bucket);
  const writer = createKeyedWriter(nc, publisher, stream);
  const read = async (key: string): Promise<{ value: unknown; seq: number } | undefined> => {
    const stored = await getLast(nc, stream, kvSubject(bucket, key));
    if (!stored) return undefined;
    // A deleted page (a forgotten chat) leaves a marker: no value, but a revision to write over.
    const value: unknown = stored.data.length === 0 ? undefined : JSON.parse(Buffer.from(stored.data).toString());
    return { value, seq: stored.seq };
  };
  return {
    async read(partition, key) {
      const stored = await read(pageKey(partition, key));
      if (!stored) return undefined;
      const snapshot = stored.value === undefined ? emptySnapshot : readSnapshot(stored.value);
      if (!snapshot)
        throw new PermanentError("state.malformed", `the page of ${service} partition ${partition} cannot be read`);
      return { snapshot, seq: stored.seq };
    },
    write: (partition, pages) =>
      writer.writeMany(
        pages.map(({ key, snapshot, knownSeq, keptUntilMs }) => ({
          subject: kvSubject(bucket, pageKey(partition, key)),
          body: JSON.stringify(snapshot),
          version: snapshot.n,
          knownSeq,
          ttlS: keptUntilMs === undefined ? undefined : Math.max(1, Math.ceil((keptUntilMs - Date.now()) / 1_000)),
        })),
      ),
    async readCheckpoint(partition) {
      const stored = await read(checkpointKey(partition));
      if (!stored) return undefined;
      if (!isCheckpoint(stored.value))
        throw new PermanentError("state.malformed", `checkpoint ${partition} of ${service} cannot be read`);
      return { checkpoint: stored.value, seq: stored.seq };
    },
    writeCheckpoint: (partition, checkpoint, knownSeq) =>
      writer.write({
        subject: kvSubject(bucket, checkpointKey(partition)),
        body: JSON.stringify(checkpoint),
        version: checkpoint.seq,
        knownSeq,
      }),
    async readEpoch(partition) {
      const stored = await read(epochKey(partition));
      if (stored && !isEpoch(stored.value))
        throw new PermanentError("state.malformed", `epoch ${partition} of ${service} cannot be read`);
      return { epoch: isEpoch(stored?.value) ? stored.value : undefined, seq: stored?.seq ?? 0 };
    },
    async writeEpoch(partition, epoch, overSeq) {
      const expected = ["Nats-Expected-Last-Subject-Sequence", String(overSeq)] as const;
      const subject = kvSubject(bucket, epochKey(partition));
      return (await publisher.publish(subject, JSON.stringify(epoch), [expected])).seq;
    },
  };
}

const emptySnapshot: Snapshot = { n: 0, stateVersion: 0, state: {}, last: {}, timers: {}, parked: undefined };

function readSnapshot(value: unknown): Snapshot | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { n, stateVersion, state, last, timers, parked }: Partial<Record<keyof Snapshot, unknown>> = value;
  if (typeof n !== "number" || typeof stateVersion !== "number" || typeof state !== "object" || state === null)
    return undefined;
  if (!isOffsets(last) || !isOffsets(timers)) return undefined;
  return { n, stateVersion, state, last, timers, parked: isParked(parked) ? parked : undefined };
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    typeof value === "object" && value !== null && "seq" in value && "offsets" in value && isOffsets(value.offsets)
  );
}

function isEpoch(value: unknown): value is Epoch {
  return typeof value === "object" && value !== null && "owner" in value && "head" in value && isOffsets(value.head);
}
