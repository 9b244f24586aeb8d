import { PermanentError } from "@parley/contract/errors";
import { expect, test } from "vitest";
import { type ActorRecord, decodeCommit, decodeRecords, encodeCommit, encodeRecord, readSection } from "./commit.ts";
import { encodeEnvelope, positionOf, seqOf } from "./envelope.ts";

const record: ActorRecord = {
  key: "a~1",
  n: 7,
  stateVersion: 2,
  change: { kind: "patch", patch: { set: { turn: 3 }, del: ["old"] } },
  source: "session",
  position: positionOf(99, 4),
};
const envelope = {
  key: "a~1",
  message: { type: "turn.opened", v: 1 },
  trace: { originMs: 1_000.5, stages: [{ stage: "session", queuedMs: 0.25, handledMs: 1.5 }] },
};

const part = { partition: 3, offsets: { inbox: 3 }, records: [encodeRecord(record)], sections: new Map(), notes: {} };

test("a commit comes back as it was written, and a reader takes only its own section of its partition", () => {
  const sections = new Map([
    ["intel", [encodeEnvelope(envelope), encodeEnvelope(envelope)]],
    ["media", [encodeEnvelope(envelope)]],
  ]);
  const [first, second] = decodeCommit(
    encodeCommit(5, [
      { ...part, sections },
      { ...part, partition: 4 },
    ]),
  ).parts;
  expect(first?.offsets).toEqual({ inbox: 3 });
  expect(first && decodeRecords(first.records)).toEqual([record]);
  expect(first && readSection(first, "intel")).toEqual([envelope, envelope]);
  expect(first && readSection(first, "delivery")).toEqual([]);
  expect(second?.partition).toBe(4);
  expect(second && readSection(second, "intel")).toEqual([]);
});

test("timers, senders and the end of a parking survive in a record", () => {
  const full: ActorRecord = {
    ...record,
    change: { kind: "full", state: { turn: 1 } },
    from: "intel.03",
    fromPosition: 12,
    timers: { settle: 7 },
    parked: false,
  };
  expect(recordsOf(encodeCommit(1, [{ ...part, records: [encodeRecord(full)] }]))).toEqual([full]);
});

test("a thousand records fit one commit", () => {
  const records = Array.from({ length: 1_000 }, (_, i) => encodeRecord({ ...record, n: i + 1 }));
  expect(recordsOf(encodeCommit(1, [{ ...part, records }])).map((r) => r.n)).toEqual(records.map((_, i) => i + 1));
});

test("a fence says who made it", () => {
  expect(decodeCommit(encodeCommit(1, [], "b-1")).fencedBy).toBe("b-1");
  expect(decodeCommit(encodeCommit(1, [part])).fencedBy).toBeUndefined();
});

test("bytes that are no commit are a permanent error", () => {
  expect(() => decodeCommit(Buffer.from("hello"))).toThrow(PermanentError);
});

test("a position sorts by sequence, then by index", () => {
  expect(positionOf(2, 0)).toBeGreaterThan(positionOf(1, 4095));
  expect(seqOf(positionOf(123_456_789, 4095))).toBe(123_456_789);
});

function recordsOf(bytes: Uint8Array): ActorRecord[] {
  return decodeCommit(bytes).parts.flatMap((each) => decodeRecords(each.records));
}
