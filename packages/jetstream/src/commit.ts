import type { Patch } from "@parley/actor/patch";
import { decode, encode } from "@parley/contract/codec";
import { PermanentError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import type { Collection } from "@parley/contract/names";
import { decodeBatch, type Envelope, isMessage } from "./envelope.ts";

/** Low watermarks by source name; `self`, `@lane` and `@store` are positions in the partition's own journal. */
export type Offsets = Record<string, number>;

/** A message about to be handled alone, because an owner died on one near it. `deaths`: owners that died handling it. */
export type StartingNote = { source: string; position: number; deaths: number };

export type Notes = { starting?: StartingNote };

/** What one actor did with one message. */
export type ActorRecord = {
  key: string;
  /** The actor's record number, from 1. 0: a stateless worker's. */
  n: number;
  stateVersion: number;
  change: { kind: "full"; state: object } | { kind: "patch"; patch: Patch } | { kind: "none" };
  source: string;
  position: number;
  from?: string | undefined;
  fromPosition?: number | undefined;
  /** All timers of the actor after this record: name -> record number that set it. Absent: unchanged. */
  timers?: Record<string, number> | undefined;
  /** The actor's parking place after this record; null: not parked any more. Absent: unchanged. */
  parked?: unknown;
};

/** Work of the owner after the commit that is not for a reader of the journal. */
export type LaneJob =
  | { kind: "send"; service: string; envelope: Envelope }
  | { kind: "timer"; key: string; name: string; atMs: number; message: Message; setBy: number }
  | { kind: "drop-timers"; key: string };
/** Without a value: what the actor's view gives. `null`: removed; with the id `<chat>.*` all of the chat, `upTo` a turn. */
export type StoreJob = { collection: Collection; id: string; value?: unknown; upTo?: number };

/** What a commit says of one partition. Offsets count what is in this commit as done. */
export type CommitPart = {
  partition: number;
  offsets: Offsets;
  records: Uint8Array;
  sections: Record<string, Uint8Array>;
  notes: Notes;
};
export type Commit = { atMs: number; parts: CommitPart[]; fencedBy: string | undefined };

export type PartToEncode = {
  partition: number;
  offsets: Offsets;
  records: Uint8Array[];
  /** Encoded outs by section. */
  sections: Map<string, Uint8Array[]>;
  notes: Notes;
};

/**
 * `[atMs, [[partition, offsets, records, { section: outs }, notes], …], fencedBy?]`, records and outs as msgpack of their own: a reader
 * decodes only its section of its partitions.
 */
export function encodeCommit(atMs: number, parts: PartToEncode[], fencedBy?: string): Uint8Array {
  const wire = parts.map(({ partition, offsets, records, sections, notes }) => {
    const joined: Record<string, Uint8Array> = {};
    for (const [name, outs] of sections) joined[name] = joinArray(outs);
    return [partition, offsets, joinArray(records), joined, notes];
  });
  return encode(fencedBy === undefined ? [atMs, wire] : [atMs, wire, fencedBy]);
}

/** Throws `PermanentError("message.malformed")`. */
export function decodeCommit(bytes: Uint8Array): Commit {
  const wire = decode(bytes);
  if (!Array.isArray(wire)) throw malformed();
  const [atMs, parts, fencedBy]: unknown[] = wire;
  if (typeof atMs !== "number" || !Array.isArray(parts)) throw malformed();
  return { atMs, parts: parts.map(readPart), fencedBy: typeof fencedBy === "string" ? fencedBy : undefined };
}

function readPart(wire: unknown): CommitPart {
  if (!Array.isArray(wire)) throw malformed();
  const [partition, offsets, records, sections, notes]: unknown[] = wire;
  if (
    typeof partition !== "number" ||
    !isOffsets(offsets) ||
    !(records instanceof Uint8Array) ||
    !isSections(sections)
  ) {
    throw malformed();
  }
  return { partition, offsets, records, sections, notes: isNotes(notes) ? notes : {} };
}

const malformed = () => new PermanentError("message.malformed", "not a commit");

/** The outs of a part for one reader; empty when there are none. */
export function readSection(part: CommitPart, name: string): Array<Envelope | undefined> {
  const bytes = part.sections[name];
  return bytes ? decodeBatch(bytes) : [];
}

export function encodeRecord(record: ActorRecord): Uint8Array {
  const { change } = record;
  const kind = change.kind === "full" ? 0 : change.kind === "patch" ? 1 : 2;
  const body = change.kind === "full" ? change.state : change.kind === "patch" ? change.patch : null;
  const wire: unknown[] = [record.key, record.n, record.stateVersion, kind, body, record.source, record.position];
  if (record.from !== undefined || record.timers || record.parked !== undefined) {
    wire.push(record.from ?? null, record.fromPosition ?? null, record.timers ?? null);
    if (record.parked !== undefined) wire.push(record.parked);
  }
  return encode(wire);
}

export function decodeRecords(bytes: Uint8Array): ActorRecord[] {
  const list = decode(bytes);
  if (!Array.isArray(list)) return [];
  return list.map((wire: unknown) => {
    const record = readRecord(wire);
    if (!record) throw new PermanentError("message.malformed", "a journal record cannot be read");
    return record;
  });
}

function readRecord(wire: unknown): ActorRecord | undefined {
  if (!Array.isArray(wire)) return undefined;
  const [key, n, stateVersion, kind, body, source, position, from, fromPosition, timers, parked]: unknown[] = wire;
  if (typeof key !== "string" || typeof n !== "number" || typeof stateVersion !== "number") return undefined;
  if (typeof source !== "string" || typeof position !== "number") return undefined;
  const change: ActorRecord["change"] | undefined =
    kind === 2
      ? { kind: "none" }
      : typeof body !== "object" || body === null
        ? undefined
        : kind === 0
          ? { kind: "full", state: body }
          : { kind: "patch", patch: body };
  if (!change) return undefined;
  const record: ActorRecord = { key, n, stateVersion, change, source, position };
  if (typeof from === "string" && typeof fromPosition === "number") {
    record.from = from;
    record.fromPosition = fromPosition;
  }
  if (isOffsets(timers)) record.timers = timers;
  if (wire.length > 10) record.parked = parked;
  return record;
}

export function encodeLaneJob(job: LaneJob): Uint8Array {
  return encode(job);
}

export function decodeLaneJobs(part: CommitPart): LaneJob[] {
  return decodeJobs(part, "@lane").filter(isLaneJob);
}

export function decodeStoreJobs(part: CommitPart): StoreJob[] {
  return decodeJobs(part, "@store").filter(isStoreJob);
}

function decodeJobs(part: CommitPart, section: string): unknown[] {
  const bytes = part.sections[section];
  const list = bytes ? decode(bytes) : [];
  return Array.isArray(list) ? list : [];
}

function isLaneJob(value: unknown): value is LaneJob {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return (
    (value.kind === "send" && "envelope" in value) ||
    (value.kind === "drop-timers" && "key" in value) ||
    (value.kind === "timer" && "message" in value && isMessage(value.message))
  );
}
function isStoreJob(value: unknown): value is StoreJob {
  return typeof value === "object" && value !== null && "collection" in value && "id" in value;
}
export function isOffsets(value: unknown): value is Offsets {
  return (
    typeof value === "object" && value !== null && Object.values(value).every((entry) => typeof entry === "number")
  );
}
function isSections(value: unknown): value is Record<string, Uint8Array> {
  return (
    typeof value === "object" && value !== null && Object.values(value).every((entry) => entry instanceof Uint8Array)
  );
}
function isNotes(value: unknown): value is Notes {
  return typeof value === "object" && value !== null;
}

/** Already encoded elements as one msgpack array. */
function joinArray(parts: Uint8Array[]): Uint8Array {
  const n = parts.length;
  const header = n < 16 ? Buffer.from([0x90 | n]) : Buffer.from([0xdc, n >> 8, n & 0xff]);
  return Buffer.concat([header, ...parts]);
}
