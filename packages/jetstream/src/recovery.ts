import type { NatsConnection } from "@nats-io/transport-node";
import type { Names } from "@parley/contract/names";
import {
  type ActorRecord,
  type Commit,
  decodeCommit,
  decodeLaneJobs,
  decodeRecords,
  decodeStoreJobs,
  type EpochNote,
  encodeCommit,
  type LaneJob,
  type Offsets,
  readSection,
  type StartingNote,
  type StoreJob,
} from "./commit.ts";
import { getLast, getNext, getRange } from "./direct-get.ts";
import { type Envelope, positionOf, seqOf, slotsPerMessage } from "./envelope.ts";
import type { Checkpoint, Pages } from "./pages.ts";
import { JetStreamError, type Publisher, wrongLastSequence } from "./publisher.ts";

/** What the owner before left: where reading goes on, what its actors' pages miss, and what it still had to do. */
export type Recovered = {
  /** Sequence of our own epoch record: the fence of the first commit. */
  journalSeq: number;
  offsets: Offsets;
  /** Records newer than the checkpoint, by actor. Pages may have some of them. */
  tail: Map<string, ActorRecord[]>;
  selfOuts: Array<{ position: number; envelope: Envelope; storedAtMs: number }>;
  laneJobs: Array<{ position: number; job: LaneJob }>;
  storeJobs: Array<{ position: number; job: StoreJob }>;
  /** Stateless workers: positions done above the offsets, by source. */
  done: Map<string, Set<number>>;
  checkpointSeq: number;
  epoch: EpochNote;
  /** The owner before ended without closing: what it was doing may have happened outside. */
  unclean: boolean;
  starting: StartingNote | undefined;
};

export type RecoveryDeps = {
  nc: NatsConnection;
  publisher: Publisher;
  pages: Pages;
  names: Names;
  service: string;
  replica: string;
};

/** Checkpoint, journal tail, then an epoch record that fences the owner before. Tries again while another owner is quicker. */
export async function openEpoch(
  deps: RecoveryDeps,
  partition: number,
  subjectsOfSources: Map<string, SourcePlace>,
): Promise<Recovered> {
  for (;;) {
    const recovered = await readBack(deps, partition);
    const announced = recovered.starting !== undefined;
    const stuck = recovered.unclean && (announced || (await stuckSince(deps.nc, recovered, subjectsOfSources)));
    const epoch: EpochNote = {
      replica: deps.replica,
      head: recovered.offsets,
      stuck: stuck ? recovered.epoch.stuck + 1 : 0,
    };
    const subject = deps.names.journal(deps.service, partition);
    try {
      const notes = { epoch, ...(recovered.starting ? { starting: recovered.starting } : {}) };
      const bytes = encodeCommit({
        atMs: Date.now(),
        offsets: recovered.offsets,
        records: [],
        sections: new Map(),
        notes,
      });
      const ack = await deps.publisher.publish(subject, bytes, [
        ["Nats-Expected-Last-Subject-Sequence", String(recovered.journalSeq)],
      ]);
      return { ...recovered, journalSeq: ack.seq, epoch };
    } catch (failure) {
      if (!(failure instanceof JetStreamError && failure.apiCode === wrongLastSequence)) throw failure;
    }
  }
}

/** Stream and subject behind a source name, to look for messages that wait. */
export type SourcePlace = { stream: string; subject: string };

/** The same waiting input at two openings in a row: an owner may have died of it. */
async function stuckSince(
  nc: NatsConnection,
  recovered: Recovered,
  sources: Map<string, SourcePlace>,
): Promise<boolean> {
  for (const [source, place] of sources) {
    const offset = recovered.offsets[source] ?? 0;
    if (offset !== (recovered.epoch.head[source] ?? 0)) continue;
    if (await getNext(nc, place.stream, place.subject, seqOf(offset) + 1)) return true;
  }
  return (recovered.offsets.self ?? 0) === (recovered.epoch.head.self ?? 0) && recovered.selfOuts.length > 0;
}

async function readBack(deps: RecoveryDeps, partition: number): Promise<Recovered> {
  const stream = deps.names.journalStream(deps.service);
  const subject = deps.names.journal(deps.service, partition);
  const stored = await deps.pages.readCheckpoint(partition);
  const checkpoint = stored?.checkpoint ?? firstCheckpoint;
  const newest = await getLast(deps.nc, stream, subject);
  const recovered = fromCheckpoint(checkpoint, stored?.seq ?? 0, Math.max(newest?.seq ?? 0, checkpoint.seq));
  // An emptied journal still fences: its last subject sequence is 0 then, whatever the checkpoint says.
  if (!newest) return { ...recovered, journalSeq: 0 };
  const commits: Array<{ seq: number; commit: Commit }> = [];
  const fromSeq = firstSeqNeeded(checkpoint);
  await getRange(deps.nc, stream, subject, { fromSeq, toSeq: newest.seq }, (message) =>
    commits.push({ seq: message.seq, commit: decodeCommit(message.data) }),
  );
  for (const { seq, commit } of commits) replayHead(recovered, checkpoint.seq, seq, commit);
  for (const { seq, commit } of commits) replayOuts(recovered, seq, commit);
  dropDoneBelow(recovered);
  return recovered;
}

const firstCheckpoint: Checkpoint = {
  seq: 0,
  offsets: {},
  epoch: { replica: "", head: {}, stuck: 0 },
  closed: true,
  done: {},
};

/** First sequences an owner that starts from this checkpoint reads, of its own journal and of its inbox. */
export function neededFrom(checkpoint: Checkpoint): { journal: number; inbox: number } {
  // The newest commit itself always stays: an emptied subject would fence nobody.
  const journal = Math.min(checkpoint.seq, firstSeqNeeded(checkpoint));
  return { journal, inbox: seqOf(checkpoint.offsets.inbox ?? 0) };
}

function firstSeqNeeded({ seq, offsets }: Checkpoint): number {
  const local = ["self", "@lane", "@store"].map((source) =>
    seqOf(offsets[source] ?? positionOf(seq, slotsPerMessage - 1)),
  );
  return Math.max(1, Math.min(seq + 1, ...local));
}

function fromCheckpoint(checkpoint: Checkpoint, checkpointSeq: number, journalSeq: number): Recovered {
  return {
    journalSeq,
    offsets: checkpoint.offsets,
    tail: new Map(),
    selfOuts: [],
    laneJobs: [],
    storeJobs: [],
    done: new Map(Object.entries(checkpoint.done).map(([source, positions]) => [source, new Set(positions)])),
    checkpointSeq,
    epoch: checkpoint.epoch,
    unclean: !checkpoint.closed,
    starting: checkpoint.starting,
  };
}

function replayHead(recovered: Recovered, checkpointSeq: number, seq: number, commit: Commit): void {
  if (seq > checkpointSeq) {
    recovered.offsets = commit.offsets;
    if (commit.notes.epoch) recovered.epoch = commit.notes.epoch;
    recovered.unclean = !commit.notes.closed;
    recovered.starting = commit.notes.starting;
  }
  for (const record of decodeRecords(commit.records)) {
    if (record.n === 0) markDone(recovered, record.source, record.position);
    else if (seq > checkpointSeq) {
      const records = recovered.tail.get(record.key);
      if (records) records.push(record);
      else recovered.tail.set(record.key, [record]);
    }
  }
}

function markDone(recovered: Recovered, source: string, position: number): void {
  const positions = recovered.done.get(source);
  if (positions) positions.add(position);
  else recovered.done.set(source, new Set([position]));
}

function replayOuts(recovered: Recovered, seq: number, commit: Commit): void {
  const wanted = (source: string, index: number) => positionOf(seq, index) > (recovered.offsets[source] ?? 0);
  for (const [index, envelope] of readSection(commit, "self").entries()) {
    if (envelope && wanted("self", index)) {
      recovered.selfOuts.push({ position: positionOf(seq, index), envelope, storedAtMs: commit.atMs });
    }
  }
  for (const [index, job] of decodeLaneJobs(commit).entries()) {
    if (wanted("@lane", index)) recovered.laneJobs.push({ position: positionOf(seq, index), job });
  }
  for (const [index, job] of decodeStoreJobs(commit).entries()) {
    if (wanted("@store", index)) recovered.storeJobs.push({ position: positionOf(seq, index), job });
  }
}

function dropDoneBelow(recovered: Recovered): void {
  for (const [source, positions] of recovered.done) {
    for (const position of positions) if (position <= (recovered.offsets[source] ?? 0)) positions.delete(position);
  }
}
