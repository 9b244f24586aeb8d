import type { NatsConnection } from "@nats-io/transport-node";
import { getLast } from "./direct-get.ts";
import { JetStreamError, type Publisher, wrongLastSequence } from "./publisher.ts";

/** A value that a newer one replaces. `version` rises; 0 means any copy is as good as another (written once, never compared). */
export type Versioned = { subject: string; body: string; version: number };
/** `newer`: the stream holds a higher version, ours was not written. */
export type WriteOutcome = { kind: "written"; seq: number } | { kind: "newer"; version: number };

export type KeyedWriter = {
  /** `knownSeq`: sequence of the stored version if the caller knows it, 0 if it knows there is none. */
  write(value: Versioned, knownSeq: number | undefined): Promise<WriteOutcome>;
};

const versionHeader = "Parley-Version";

/**
 * Compare-and-set on the value's own subject: the higher version stays, so an owner that was frozen and wakes up cannot put an old
 * value over a newer one. Used for pages, checkpoints and stored values.
 */
export function createKeyedWriter(nc: NatsConnection, publisher: Publisher, stream: string): KeyedWriter {
  const attempt = (value: Versioned, expectedSeq: number) =>
    publisher.publish(value.subject, value.body, [
      ["Nats-Expected-Last-Subject-Sequence", String(expectedSeq)],
      [versionHeader, String(value.version)],
    ]);
  return {
    async write(value, knownSeq) {
      if (value.version === 0)
        return { kind: "written", seq: (await publisher.publish(value.subject, value.body)).seq };
      let expected = knownSeq;
      for (;;) {
        if (expected === undefined) {
          const stored = await getLast(nc, stream, value.subject);
          const version = Number(stored?.headers?.get(versionHeader) ?? 0);
          if (stored && version > value.version) return { kind: "newer", version };
          expected = stored?.seq ?? 0;
        }
        try {
          return { kind: "written", seq: (await attempt(value, expected)).seq };
        } catch (failure) {
          if (!(failure instanceof JetStreamError && failure.apiCode === wrongLastSequence)) throw failure;
          expected = undefined;
        }
      }
    },
  };
}
