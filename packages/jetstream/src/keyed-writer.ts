import { type NatsConnection, nuid } from "@nats-io/transport-node";
import { TransientError } from "@parley/contract/errors";
import { getLast } from "./direct-get.ts";
import { type HeaderList, JetStreamError, type PubAck, type Publisher, wrongLastSequence } from "./publisher.ts";

/** A value that a newer one replaces. `version` rises; 0 means any copy is as good as another (written once, never compared). */
export type Versioned = {
  subject: string;
  body: string;
  version: number;
  /** Sequence of the stored version if the caller knows it, 0 if it believes there is none; a wrong belief costs a round trip. */
  knownSeq: number | undefined;
  /** The server removes it after so many seconds; absent: never. Only in streams that allow it. */
  ttlS?: number | undefined;
};
/** `newer`: the stream holds a higher version, ours was not written. */
export type WriteOutcome = { kind: "written"; seq: number } | { kind: "newer"; version: number };

export type KeyedWriter = {
  write(value: Versioned): Promise<WriteOutcome>;
  /** All of them, in one synced write where that is cheaper. Outcomes in the order of the values. */
  writeMany(values: readonly Versioned[]): Promise<WriteOutcome[]>;
};

export const versionHeader = "Parley-Version";
// An atomic batch costs the server a directory and two syncs: about as much as seven single writes (measured).
const worthABatch = 8;
const batchValues = 256;
const batchBytes = 2_000_000;

/**
 * Compare-and-set on the value's own subject: the higher version stays, so an owner that was frozen and wakes up cannot put an old
 * value over a newer one. Used for pages, checkpoints and stored values.
 */
export function createKeyedWriter(nc: NatsConnection, publisher: Publisher, stream: string): KeyedWriter {
  const write = async (value: Versioned): Promise<WriteOutcome> => {
    let expected = value.version === 0 ? undefined : value.knownSeq;
    for (let first = true; ; first = false) {
      if (value.version > 0 && (expected === undefined || !first)) {
        const stored = await getLast(nc, stream, value.subject);
        const version = Number(stored?.headers?.get(versionHeader) ?? 0);
        if (stored && version > value.version) return { kind: "newer", version };
        expected = stored?.seq ?? 0;
      }
      try {
        const { seq } = await publisher.publish(value.subject, value.body, headersOf(value, expected));
        return { kind: "written", seq };
      } catch (failure) {
        if (!(failure instanceof JetStreamError && failure.apiCode === wrongLastSequence)) throw failure;
      }
    }
  };

  const writeBatch = async (values: readonly Versioned[]): Promise<WriteOutcome[]> => {
    const id = nuid.next();
    let committed: Promise<PubAck> | undefined;
    for (const [index, value] of values.entries()) {
      const headers: Array<readonly [string, string]> = [
        ...headersOf(value, value.knownSeq),
        ["Nats-Batch-Id", id],
        ["Nats-Batch-Sequence", String(index + 1)],
      ];
      if (index < values.length - 1) publisher.post(value.subject, value.body, headers);
      else committed = publisher.publish(value.subject, value.body, [...headers, ["Nats-Batch-Commit", "1"]]);
    }
    const last = (await committed)?.seq ?? 0;
    return values.map((_, index) => ({ kind: "written", seq: last - values.length + 1 + index }));
  };

  const writeChunk = async (values: readonly Versioned[]): Promise<WriteOutcome[]> => {
    if (
      values.length >= worthABatch &&
      values.every(({ version, knownSeq }) => version === 0 || knownSeq !== undefined)
    ) {
      try {
        return await writeBatch(values);
      } catch (failure) {
        // One stale belief refuses the whole batch: each by itself then. An unknown outcome is not for us to repeat blindly, but
        // each write compares versions, so a second copy changes nothing.
        if (!(failure instanceof JetStreamError) && !(failure instanceof TransientError)) throw failure;
        if (failure.code === "nats.unavailable") throw failure;
      }
    }
    return Promise.all(values.map(write));
  };

  return {
    write,
    async writeMany(values) {
      const outcomes: WriteOutcome[] = [];
      for (const chunk of chunks(values)) outcomes.push(...(await writeChunk(chunk)));
      return outcomes;
    },
  };
}

function headersOf({ version, ttlS }: Versioned, expected: number | undefined): HeaderList {
  const headers: Array<readonly [string, string]> = ttlS === undefined ? [] : [["Nats-TTL", `${ttlS}s`]];
  if (version === 0) return headers;
  headers.push(["Nats-Expected-Last-Subject-Sequence", String(expected ?? 0)], [versionHeader, String(version)]);
  return headers;
}

function* chunks(values: readonly Versioned[]): Iterable<Versioned[]> {
  let chunk: Versioned[] = [];
  let bytes = 0;
  for (const value of values) {
    if (chunk.length > 0 && (chunk.length >= batchValues || bytes + value.body.length > batchBytes)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(value);
    bytes += value.body.length;
  }
  if (chunk.length > 0) yield chunk;
}
