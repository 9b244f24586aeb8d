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

test("a commit comes back as it was written, and a reader takes only its own section", () => {
  const sections = new Map([
    ["intel", [encodeEnvelope(envelope), encodeEnvelope(envelope)]],
    ["media", [encodeEnvelope(envelope)]],
  ]);
  const bytes = encodeCommit({ atMs: 5, offsets: { inbox: 3 }, records: [encodeRecord(record)], sections, notes: {} });
  const commit = decodeCommit(bytes);
  expect(commit.offsets).toEqual({ inbox: 3 });
  expect(decodeRecords(commit.records)).toEqual([record]);
  expect(readSection(commit, "intel")).toEqual([envelope, envelope]);
  expect(readSection(commit, "delivery")).toEqual([]);
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
  expect(decodeRecords(decodeCommit(commitOf(full)).records)).toEqual([full]);
});

test("hundreds of records fit one commit", () => {
  const records = Array.from({ length: 400 }, (_, i) => encodeRecord({ ...record, n: i + 1 }));
  const bytes = encodeCommit({ atMs: 1, offsets: {}, records, sections: new Map(), notes: {} });
  expect(decodeRecords(decodeCommit(bytes).records).map((r) => r.n)).toEqual(records.map((_, i) => i + 1));
});

test("bytes that are no commit are a permanent error", () => {
  expect(() => decodeCommit(Buffer.from("hello"))).toThrow(PermanentError);
});

test("a position sorts by sequence, then by index", () => {
  expect(positionOf(2, 0)).toBeGreaterThan(positionOf(1, 4095));
  expect(seqOf(positionOf(123_456_789, 4095))).toBe(123_456_789);
});

function commitOf(one: ActorRecord): Uint8Array {
  return encodeCommit({ atMs: 1, offsets: {}, records: [encodeRecord(one)], sections: new Map(), notes: {} });
}
