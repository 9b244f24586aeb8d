import type { Names } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import type { StoreJob } from "./commit.ts";
import type { KeyedWriter } from "./keyed-writer.ts";

export type StoreWriter = {
  /** Writes the value soon; a newer one for the same id may take its place. `written` is called once it, or a newer one, is durable. */
  put(job: StoreJob, version: number, written: () => void, failed: (failure: unknown) => void): void;
};

type Slot = {
  collection: string;
  subject: string;
  pending: { value: unknown; version: number } | undefined;
  writing: boolean;
  waiting: Array<{ version: number; written: () => void; failed: (failure: unknown) => void }>;
};

const maxWriting = 64;
const rememberedSeqs = 8192;

/**
 * Timeline entries, turn index and dead letters, behind the journal. Under load several versions of one value become one write:
 * a reply's sent, delivered and read within a few milliseconds cost one.
 */
export function createStoreWriter(deps: {
  names: Names;
  partitions: number;
  writers: Record<StoreJob["collection"], KeyedWriter>;
}): StoreWriter {
  const slots = new Map<string, Slot>();
  const queue: Slot[] = [];
  const seqs = new Map<string, number>();
  let writing = 0;

  const pump = () => {
    while (writing < maxWriting) {
      const slot = queue.shift();
      if (!slot) return;
      writing++;
      void writeSlot(slot).finally(() => {
        writing--;
        pump();
      });
    }
  };
  const writeSlot = async (slot: Slot) => {
    const { pending } = slot;
    if (!pending) return;
    slot.pending = undefined;
    slot.writing = true;
    const { collection, subject } = slot;
    const value = {
      subject,
      body: JSON.stringify(pending.value),
      version: collection === "turn-index" ? 0 : pending.version,
    };
    let failure: unknown;
    try {
      // A first write expects nothing stored; a wrong guess costs one more round trip.
      const outcome = await deps.writers[collection]?.write(value, seqs.get(subject) ?? 0);
      if (outcome?.kind === "written" && value.version > 0) remember(subject, outcome.seq);
    } catch (cause) {
      failure = cause;
    }
    slot.writing = false;
    const settled = slot.waiting.filter((waiting) => failure !== undefined || waiting.version <= pending.version);
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
    put(job, version, written, failed) {
      const subject = storeSubject(deps.names, deps.partitions, job);
      let slot = slots.get(subject);
      if (!slot) {
        slot = { collection: job.collection, subject, pending: undefined, writing: false, waiting: [] };
        slots.set(subject, slot);
      }
      const idle = slot.pending === undefined && !slot.writing;
      slot.pending = { value: job.value, version };
      slot.waiting.push({ version, written, failed });
      if (idle) queue.push(slot);
      if (queue.length === 1) setImmediate(pump);
      else if (queue.length > maxWriting) pump();
    },
  };
}

function storeSubject(names: Names, partitions: number, job: StoreJob): string {
  if (job.collection === "turn-index") return names.turnIndex(job.id);
  const dot = job.id.indexOf(".");
  const chat = job.id.slice(0, dot);
  const rest = job.id.slice(dot + 1);
  const partition = partitionOf(chat, partitions);
  return job.collection === "timeline"
    ? names.timeline(partition, chat, Number(rest))
    : names.deadLetter(partition, chat, rest);
}
