import type { NatsConnection } from "@nats-io/transport-node";
import { kvStream, kvSubject, type Names, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import type { StoreJob } from "./commit.ts";
import type { KeyedWriter, Versioned } from "./keyed-writer.ts";
import { markOf, removeStored, turnIndexMark } from "./remove-stored.ts";

export type StoreWriter = {
  /** Writes the value soon; a newer one for the same id may take its place. `written` is called once it, or a newer one, is durable. */
  put(job: Pick<StoreJob, "collection" | "id">, value: () => unknown, write: Waiting): void;
  /** Removes what was stored of a chat before this: after everything that is still to be written of it. */
  removeAll(job: Pick<StoreJob, "collection" | "id" | "upTo">, write: Waiting): void;
};

type Waiting = { version: number; written: () => void; failed: (failure: unknown) => void };

type Slot = {
  collection: StoreJob["collection"];
  subject: string;
  pending: { value: () => unknown; version: number } | undefined;
  writing: boolean;
  waiting: Waiting[];
  /** Under load not written again before this time, Unix ms. */
  notBeforeMs: number;
};

const rememberedValues = 16_384;
// Under load values wait this long for company: one synced write for all of them, and one instead of several for the same value.
const gatherMs = 150;
// Under load the versions of one value share a write this long: a reply is sent, delivered and read within seconds.
const sameValueMs = 500;
const quietSlots = 6;
const maxSlots = 1_000;
// Under NATS' default `max_payload` of 1 MB, headers included.
const maxBodyBytes = 1_000_000;

/**
 * Timeline entries, turn index and dead letters, behind the journal. Under load several versions of one value become one write, and many
 * values one batch: a reply's sent, delivered and read within a few milliseconds cost one.
 */
export function createStoreWriter(deps: {
  nc: NatsConnection;
  names: Names;
  partitions: number;
  writers: Record<StoreJob["collection"], KeyedWriter>;
}): StoreWriter {
  const slots = new Map<string, Slot>();
  const stored = new Map<string, { seq: number; atMs: number }>();
  let queue: Slot[] = [];
  let scheduled = false;
  let busy = false;

  const schedule = () => {
    if (scheduled || queue.length === 0) return;
    scheduled = true;
    if (busy) setTimeout(() => void pump(), gatherMs);
    else setImmediate(() => void pump());
  };
  const pump = async () => {
    const now = Date.now();
    const due = busy ? queue.filter(({ notBeforeMs }) => notBeforeMs <= now) : queue;
    const taken = due.slice(0, maxSlots);
    const chosen = new Set(taken);
    queue = taken.length === queue.length ? [] : queue.filter((slot) => !chosen.has(slot));
    busy = taken.length > quietSlots;
    for (const writer of new Set(Object.values(deps.writers))) {
      const group = taken.filter((slot) => deps.writers[slot.collection] === writer);
      if (group.length > 0) await writeSlots(writer, group);
    }
    scheduled = false;
    schedule();
  };
  const writeSlots = async (writer: KeyedWriter, group: Slot[]) => {
    const begun = group.map((slot) => begin(slot));
    // What its actor has forgotten it has stored itself, with a later version.
    const writes = begun.flatMap(({ body, ...rest }) => (body === undefined ? [] : [{ body, ...rest }]));
    let failure: unknown;
    try {
      const outcomes = await writer.writeMany(writes);
      for (const [index, { subject, collection }] of writes.entries()) {
        const outcome = outcomes[index];
        // An index entry is written once.
        if (outcome?.kind === "written" && collection !== "turn-index") remember(subject, outcome.seq);
        else stored.delete(subject);
      }
    } catch (cause) {
      failure = cause;
    }
    for (const [index, slot] of group.entries()) end(slot, begun[index]?.written ?? 0, failure);
  };
  const begin = (slot: Slot): Begun => {
    const { subject, collection, pending } = slot;
    slot.pending = undefined;
    slot.writing = true;
    const version = pending?.version ?? 0;
    const value = pending?.value();
    if (value === null) {
      const mark = collection === "turn-index" ? turnIndexMark(subject) : markOf(version);
      return { subject, collection, knownSeq: undefined, ...mark, written: version };
    }
    // A first write expects nothing stored; a wrong guess costs one more round trip.
    const knownSeq = stored.get(subject)?.seq ?? 0;
    return { subject, collection, body: bodyOf(value), version, knownSeq, written: version };
  };
  const end = (slot: Slot, written: number, failure: unknown) => {
    slot.writing = false;
    slot.notBeforeMs = Date.now() + sameValueMs;
    const settled = slot.waiting.filter((waiting) => failure !== undefined || waiting.version <= written);
    slot.waiting = slot.waiting.filter((waiting) => !settled.includes(waiting));
    if (slot.pending) queue.push(slot);
    else if (slot.waiting.length === 0) slots.delete(slot.subject);
    for (const waiting of settled) failure === undefined ? waiting.written() : waiting.failed(failure);
  };
  const remember = (subject: string, seq: number) => {
    stored.delete(subject);
    stored.set(subject, { seq, atMs: Date.now() });
    if (stored.size > rememberedValues) for (const oldest of stored.keys()) return void stored.delete(oldest);
  };

  return {
    put(job, value, write) {
      const subject = storeSubject(deps.names, deps.partitions, job);
      let slot = slots.get(subject);
      if (!slot) {
        const notBeforeMs = (stored.get(subject)?.atMs ?? -sameValueMs) + sameValueMs;
        slot = { collection: job.collection, subject, pending: undefined, writing: false, waiting: [], notBeforeMs };
        slots.set(subject, slot);
      }
      if (slot.pending === undefined && !slot.writing) queue.push(slot);
      slot.pending = { value, version: write.version };
      slot.waiting.push(write);
      schedule();
    },
    removeAll(job, { version, written, failed }) {
      const one = { collection: job.collection, id: job.id.replace(/\*$/, "0") };
      const below = storeSubject(deps.names, deps.partitions, one).slice(0, -1);
      const stream = streamOf(deps.names, job.collection);
      const removal = { stream, below, version, upTo: job.upTo };
      const settled = [...slots.values()]
        .filter(({ subject }) => subject.startsWith(below))
        .map(
          ({ pending, waiting }) =>
            new Promise<void>((resolve) => {
              waiting.push({ version: pending?.version ?? 0, written: resolve, failed: () => resolve() });
            }),
        );
      Promise.all(settled)
        .then(() => removeStored(deps.nc, { names: deps.names, writer: deps.writers[job.collection] }, removal))
        .then(written, failed);
    },
  };
}

type Begun = Omit<Versioned, "body"> & Pick<Slot, "collection"> & { body: string | undefined; written: number };

/** `<chat>.*` is not one value. */
export function isRemovalOfAll({ id, value }: Pick<StoreJob, "id" | "value">): boolean {
  return value === null && id.endsWith(".*");
}

function streamOf(names: Names, collection: StoreJob["collection"]): string {
  switch (collection) {
    case "timeline":
    case "messages":
    case "turn-index":
      return names.timelineStream;
    case "dead-letters":
      return names.deadLettersStream;
    case "gallery":
      return kvStream(names.galleryBucket);
  }
}

/** Undefined for no value. What would not fit a message becomes a remark of its size: it must not stop everything behind it. */
function bodyOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const body = JSON.stringify(value);
  return body.length * 3 <= maxBodyBytes || Buffer.byteLength(body) <= maxBodyBytes
    ? body
    : JSON.stringify({ tooLarge: true, bytes: Buffer.byteLength(body) });
}

function storeSubject(
  names: Names,
  partitions: number,
  { collection, id }: Pick<StoreJob, "collection" | "id">,
): string {
  const dot = id.indexOf(".");
  const chat = id.slice(0, dot);
  const rest = id.slice(dot + 1);
  switch (collection) {
    case "turn-index":
      return names.turnIndex(id);
    case "timeline":
      return names.timeline(partitionOf(chat, partitions), chat, Number(rest));
    case "messages":
      return names.outOfTurn(partitionOf(chat, partitions), chat, Number(rest));
    case "dead-letters":
      return names.deadLetter(partitionOf(chat, partitions), chat, rest);
    case "gallery":
      return kvSubject(names.galleryBucket, pageKey(partitionOf(chat, partitions), id));
  }
}
