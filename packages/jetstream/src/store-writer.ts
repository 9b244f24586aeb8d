import { kvSubject, type Names, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import type { StoreJob } from "./commit.ts";
import type { KeyedWriter, Versioned } from "./keyed-writer.ts";

export type StoreWriter = {
  /** Writes the value soon; a newer one for the same id may take its place. `written` is called once it, or a newer one, is durable. */
  put(job: Pick<StoreJob, "collection" | "id">, value: () => unknown, write: Waiting): void;
};

type Waiting = { version: number; written: () => void; failed: (failure: unknown) => void };

type Slot = {
  collection: StoreJob["collection"];
  subject: string;
  pending: { value: () => unknown; version: number } | undefined;
  writing: boolean;
  waiting: Waiting[];
};

const rememberedSeqs = 16_384;
// Under load values wait this long for company: one synced write for all of them, and one instead of several for the same value.
const gatherMs = 50;
const quietSlots = 6;
const maxSlots = 1_000;
// Under NATS' default `max_payload` of 1 MB, headers included.
const maxBodyBytes = 1_000_000;

/**
 * Timeline entries, turn index and dead letters, behind the journal. Under load several versions of one value become one write, and many
 * values one batch: a reply's sent, delivered and read within a few milliseconds cost one.
 */
export function createStoreWriter(deps: {
  names: Names;
  partitions: number;
  writers: Record<StoreJob["collection"], KeyedWriter>;
}): StoreWriter {
  const slots = new Map<string, Slot>();
  const seqs = new Map<string, number>();
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
    const taken = queue.slice(0, maxSlots);
    queue = queue.slice(maxSlots);
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
      for (const [index, { subject, version }] of writes.entries()) {
        const outcome = outcomes[index];
        if (outcome?.kind === "written" && version > 0) remember(subject, outcome.seq);
        else seqs.delete(subject);
      }
    } catch (cause) {
      failure = cause;
    }
    for (const [index, slot] of group.entries()) end(slot, begun[index]?.written ?? 0, failure);
  };
  const begin = (slot: Slot): Omit<Versioned, "body"> & { body: string | undefined; written: number } => {
    const { subject, collection, pending } = slot;
    slot.pending = undefined;
    slot.writing = true;
    const version = collection === "turn-index" ? 0 : (pending?.version ?? 0);
    // A first write expects nothing stored; a wrong guess costs one more round trip.
    const knownSeq = seqs.get(subject) ?? 0;
    return { subject, body: bodyOf(pending?.value()), version, knownSeq, written: pending?.version ?? 0 };
  };
  const end = (slot: Slot, written: number, failure: unknown) => {
    slot.writing = false;
    const settled = slot.waiting.filter((waiting) => failure !== undefined || waiting.version <= written);
    slot.waiting = slot.waiting.filter((waiting) => !settled.includes(waiting));
    if (slot.pending) queue.push(slot);
    else if (slot.waiting.length === 0) slots.delete(slot.subject);
    for (const waiting of settled) failure === undefined ? waiting.written() : waiting.failed(failure);
  };
  const remember = (subject: string, seq: number) => {
    seqs.delete(subject);
    seqs.set(subject, seq);
    if (seqs.size > rememberedSeqs) for (const oldest of seqs.keys()) return void seqs.delete(oldest);
  };

  return {
    put(job, value, write) {
      const subject = storeSubject(deps.names, deps.partitions, job);
      let slot = slots.get(subject);
      if (!slot) {
        slot = { collection: job.collection, subject, pending: undefined, writing: false, waiting: [] };
        slots.set(subject, slot);
      }
      if (slot.pending === undefined && !slot.writing) queue.push(slot);
      slot.pending = { value, version: write.version };
      slot.waiting.push(write);
      schedule();
    },
  };
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
