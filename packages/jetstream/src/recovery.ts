import type { NatsConnection } from "@nats-io/transport-node";
import type { Names } from "@parley/contract/names";
import {
  type ActorRecord,
  type Commit,
  type CommitPart,
  decodeCommit,
  decodeLaneJobs,
  decodeRecords,
  decodeStoreJobs,
  encodeCommit,
  type LaneJob,
  type Offsets,
  readSection,
  type StartingNote,
  type StoreJob,
} from "./commit.ts";
import { getLast, getNext, getRange } from "./direct-get.ts";
import { type Envelope, positionOf, seqOf, slotsPerMessage } from "./envelope.ts";
import type { Checkpoint, Epoch, Pages } from "./pages.ts";
import { JetStreamError, type Publisher, wrongLastSequence } from "./publisher.ts";
import { streamState } from "./stream-info.ts";

/** What the owners before left of a partition: where reading goes on, what its actors' pages miss, and what was still to be done. */
export type Recovered = {
  partition: number;
  offsets: Offsets;
  /** Records newer than the checkpoint, by actor. Pages may have some of them. */
  tail: Map<string, ActorRecord[]>;
  selfOuts: Array<{ position: number; envelope: Envelope; storedAtMs: number }>;
  laneJobs: Array<{ position: number; job: LaneJob }>;
  storeJobs: Array<{ position: number; job: StoreJob }>;
  /** Stateless workers: positions done above the offsets, by source. */
  done: Map<string, Set<number>>;
  checkpointSeq: number;
  /** Our own epoch, and its revision. */
  epoch: Epoch;
  epochSeq: number;
  /** The owner before ended without handing over: what it was doing may have happened outside. */
  unclean: boolean;
  starting: StartingNote | undefined;
};

export type RecoveryDeps = {
  nc: NatsConnection;
  publisher: Publisher;
  pages: Pages;
  names: Names;
  service: string;
  sources: ReadonlyMap<string, SourcePlace>;
};
/** Where the messages of a source are, to look whether some wait. */
export type SourcePlace = { stream: string; subject: string };

type Before = {
  partition: number;
  epoch: Epoch | undefined;
  epochSeq: number;
  checkpoint: Checkpoint;
  checkpointSeq: number;
};

const firstCheckpoint: Checkpoint = { seq: 0, offsets: {}, done: {} };

/**
 * Takes partitions over for `owner`: fences the owners before, reads back checkpoints and the journal's tail, then writes the epochs.
 * Partitions that another replica took meanwhile are left out.
 */
export async function takeOver(deps: RecoveryDeps, owner: string, partitions: readonly number[]): Promise<Recovered[]> {
  const before = await Promise.all(partitions.map((partition) => readBefore(deps.pages, partition)));
  const fenced = new Set(before.flatMap(({ epoch }) => (epoch && !epoch.closed ? [epoch.owner] : [])));
  for (const former of fenced) await fence(deps, former, owner);
  // Asked of the stream itself, after the fences: whatever they stopped is before this.
  const { last_seq: toSeq } = await streamState(deps.nc, deps.names.journalStream(deps.service));
  const recovered = new Map(before.map((each) => [each.partition, fromCheckpoint(each)]));
  const fromSeq = Math.min(...before.map(({ checkpoint }) => firstSeqNeeded(checkpoint)));
  const commits: Array<{ seq: number; commit: Commit }> = [];
  await getRange(
    deps.nc,
    deps.names.journalStream(deps.service),
    deps.names.journal(deps.service, "*"),
    { fromSeq, toSeq },
    (message) => commits.push({ seq: message.seq, commit: decodeCommit(message.data) }),
  );
  for (const { checkpoint, partition } of before) {
    const mine = recovered.get(partition);
    if (mine) replay(mine, checkpoint.seq, commits);
  }
  const opened = await Promise.all(before.map((each) => writeEpoch(deps, owner, each, recovered.get(each.partition))));
  return opened.flatMap((each) => each ?? []);
}

async function readBefore(pages: Pages, partition: number): Promise<Before> {
  const [{ epoch, seq: epochSeq }, stored] = await Promise.all([
    pages.readEpoch(partition),
    pages.readCheckpoint(partition),
  ]);
  return {
    partition,
    epoch,
    epochSeq,
    checkpoint: stored?.checkpoint ?? firstCheckpoint,
    checkpointSeq: stored?.seq ?? 0,
  };
}

/** After this the former owner's next commit is refused, whenever it wakes up. */
async function fence({ nc, publisher, names, service }: RecoveryDeps, former: string, by: string): Promise<void> {
  const subject = names.journal(service, former);
  for (;;) {
    const newest = await getLast(nc, names.journalStream(service), subject);
    if (newest && decodeCommit(newest.data).fencedBy !== undefined) return;
    try {
      const expected = ["Nats-Expected-Last-Subject-Sequence", String(newest?.seq ?? 0)] as const;
      await publisher.publish(subject, encodeCommit(Date.now(), [], by), [expected]);
      return;
    } catch (failure) {
      if (!(failure instanceof JetStreamError && failure.apiCode === wrongLastSequence)) throw failure;
    }
  }
}

async function writeEpoch(
  deps: RecoveryDeps,
  owner: string,
  before: Before,
  recovered: Recovered | undefined,
): Promise<Recovered | undefined> {
  if (!recovered) return undefined;
  const stuck =
    recovered.unclean && (recovered.starting !== undefined || (await sameInputWaits(deps, before.epoch, recovered)));
  const epoch: Epoch = {
    owner,
    head: recovered.offsets,
    stuck: stuck ? (before.epoch?.stuck ?? 0) + 1 : 0,
    closed: false,
  };
  try {
    return { ...recovered, epoch, epochSeq: await deps.pages.writeEpoch(before.partition, epoch, before.epochSeq) };
  } catch (failure) {
    if (failure instanceof JetStreamError && failure.apiCode === wrongLastSequence) return undefined;
    throw failure;
  }
}

/** Nothing of some source was finished since the opening before, though something waits: an owner may have died of it. */
async function sameInputWaits(deps: RecoveryDeps, former: Epoch | undefined, recovered: Recovered): Promise<boolean> {
  const { offsets, selfOuts } = recovered;
  const unmoved = (source: string) => (offsets[source] ?? 0) === (former?.head[source] ?? 0);
  if (selfOuts.length > 0 && unmoved("self")) return true;
  for (const [source, { stream, subject }] of deps.sources) {
    if (unmoved(source) && (await getNext(deps.nc, stream, subject, seqOf(offsets[source] ?? 0) + 1))) return true;
  }
  return false;
}

/** First sequences an owner that starts from this checkpoint reads, of its own journal and of its inbox. */
export function neededFrom(checkpoint: Checkpoint): { journal: number; inbox: number } {
  const journal = Math.min(checkpoint.seq, firstSeqNeeded(checkpoint));
  // A message that is done to its last slot is not needed; of the journal the newest stays, for the fence.
  return { journal, inbox: seqOf((checkpoint.offsets.inbox ?? 0) + 1) };
}

function firstSeqNeeded({ seq, offsets }: Checkpoint): number {
  const end = positionOf(seq, slotsPerMessage - 1);
  const local = ["self", "@lane", "@store"].map((source) => seqOf(offsets[source] ?? end));
  return Math.max(1, Math.min(seq + 1, ...local));
}

function fromCheckpoint({ partition, checkpoint, checkpointSeq, epoch, epochSeq }: Before): Recovered {
  return {
    partition,
    offsets: checkpoint.offsets,
    tail: new Map(),
    selfOuts: [],
    laneJobs: [],
    storeJobs: [],
    done: new Map(Object.entries(checkpoint.done).map(([source, positions]) => [source, new Set(positions)])),
    checkpointSeq,
    epoch: epoch ?? { owner: "", head: {}, stuck: 0, closed: true },
    epochSeq,
    unclean: epoch !== undefined && !epoch.closed,
    starting: checkpoint.starting,
  };
}

function replay(
  recovered: Recovered,
  checkpointSeq: number,
  commits: ReadonlyArray<{ seq: number; commit: Commit }>,
): void {
  const parts = commits.flatMap(({ seq, commit }) =>
    commit.parts.flatMap((part) => (part.partition === recovered.partition ? [{ seq, atMs: commit.atMs, part }] : [])),
  );
  for (const { seq, part } of parts) replayRecords(recovered, checkpointSeq, seq, part);
  for (const { seq, atMs, part } of parts) replayOuts(recovered, seq, atMs, part);
  for (const [source, positions] of recovered.done) {
    for (const position of positions) if (position <= (recovered.offsets[source] ?? 0)) positions.delete(position);
  }
}

function replayRecords(recovered: Recovered, checkpointSeq: number, seq: number, part: CommitPart): void {
  if (seq > checkpointSeq) {
    recovered.offsets = part.offsets;
    recovered.starting = part.notes.starting;
  }
  for (const record of decodeRecords(part.records)) {
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

function replayOuts(recovered: Recovered, seq: number, storedAtMs: number, part: CommitPart): void {
  const wanted = (source: string, index: number) => positionOf(seq, index) > (recovered.offsets[source] ?? 0);
  for (const [index, envelope] of readSection(part, "self").entries()) {
    if (envelope && wanted("self", index))
      recovered.selfOuts.push({ position: positionOf(seq, index), envelope, storedAtMs });
  }
  for (const [index, job] of decodeLaneJobs(part).entries()) {
    if (wanted("@lane", index)) recovered.laneJobs.push({ position: positionOf(seq, index), job });
  }
  for (const [index, job] of decodeStoreJobs(part).entries()) {
    if (wanted("@store", index)) recovered.storeJobs.push({ position: positionOf(seq, index), job });
  }
}
