import type { Log, WorkerDefinition } from "@parley/actor/actor";
import { backoff, type RetryPolicy } from "@parley/actor/retry";
import { defineState } from "@parley/actor/state";
import { CodedError } from "@parley/contract/errors";
import type { Message } from "@parley/contract/message";
import { z } from "zod";
import type { AnyActor } from "./cell.ts";
import type { Envelope } from "./envelope.ts";
import { Gate } from "./gate.ts";
import { Members } from "./members.ts";
import { observeRuntime } from "./observer.ts";
import { OwnerJournal, type OwnerJournalDeps } from "./owner-journal.ts";
import { openPages } from "./pages.ts";
import { Partition, type PartitionDeps, type PartitionLimits } from "./partition.ts";
import { takeOver } from "./recovery.ts";
import { assign } from "./rendezvous.ts";
import { startRetention } from "./retention.ts";
import type { Runtime } from "./runtime.ts";
import { Source } from "./sources.ts";

export type ActorServiceOptions = {
  service: string;
  /** One message at a time per key, or, for a worker, any number in any order. */
  run: { actor: AnyActor } | { worker: AnyWorker };
  /** Services whose journals are read, and those that read ours (for retention). */
  reads: readonly string[];
  readBy: readonly string[];
  /** Service that keeps dead letters. */
  deadLettersTo?: string;
  retry?: RetryPolicy;
  limits?: Partial<PartitionLimits & { concurrent: number }>;
};
// biome-ignore lint/suspicious/noExplicitAny: as for actors, a worker's message type is checked by `receives`.
export type AnyWorker = WorkerDefinition<any>;

export type ActorService = {
  /** Partitions owned now, and messages waiting or running in each. */
  status(): { replica: string; partitions: Array<{ partition: number; waiting: number }> };
  /** Hands everything over: nothing new, what runs is finished and committed, pages are written. */
  stop(withinMs?: number): Promise<void>;
};

const defaults = { window: 2_000, warmActors: 20_000, handlerTimeoutMs: 60_000, concurrent: 256 };
const defaultRetry: RetryPolicy = { maxAttempts: 8, backoffMs: backoff(100, 15_000) };
const reopenAfterMs = 200;
const touchEveryMs = 10_000;
const drainWithinMs = 15_000;

/** Runs one service's actors: takes its share of the partitions, and gives them back. */
export async function startActorService(runtime: Runtime, options: ActorServiceOptions): Promise<ActorService> {
  const service = new Ownership(runtime, options);
  await service.start();
  return service;
}

class Ownership implements ActorService {
  readonly #runtime: Runtime;
  readonly #options: ActorServiceOptions;
  readonly #log: Log;
  readonly #partitions = new Map<number, Partition>();
  /** Ours for as long as nothing goes wrong; after that a new one with another name. */
  #journal: OwnerJournal | undefined;
  #incarnation = 0;
  readonly #sources: Source[];
  readonly #deps: PartitionDeps;
  readonly #members: Members;
  readonly #retention: { stop(): void };
  readonly #retryAt = new Map<number, number>();
  #balancing: Promise<void> = Promise.resolve();
  #balanceAgain = false;
  /** The sources read for exactly the partitions owned. */
  #served = true;
  #stopped = false;
  #touchedAt = Date.now();
  #tick: NodeJS.Timeout | undefined;

  constructor(runtime: Runtime, options: ActorServiceOptions) {
    this.#runtime = runtime;
    this.#options = options;
    this.#log = runtime.log;
    this.#deps = partitionDeps(runtime, options);
    this.#sources = [...this.#deps.sources].map(
      ([name, place]) =>
        new Source({
          nc: runtime.nc,
          name,
          stream: place.stream,
          subject: place.subject,
          partitionCount: runtime.partitions,
          service: options.service,
          feed: runtime.feed,
          log: runtime.log,
        }),
    );
    this.#members = new Members({
      ...runtime,
      service: options.service,
      owned: () => [...this.#partitions.keys()],
      onChange: () => this.#balance(),
    });
    const pagesOf = (service: string) => openPages(runtime.nc, runtime.publisher, runtime.names, service);
    this.#retention = startRetention({
      ...runtime,
      service: options.service,
      partitionCount: runtime.partitions,
      pages: this.#deps.pages,
      readers: options.readBy.map(pagesOf),
      isMine: () => this.#partitions.has(0),
    });
  }

  async start(): Promise<void> {
    await this.#members.join();
    this.#tick = setInterval(() => {
      this.#balance();
      for (const partition of this.#partitions.values()) this.#deps.observer.lag(partition.number, partition.waiting);
      if (Date.now() - this.#touchedAt < touchEveryMs) return;
      this.#touchedAt = Date.now();
      for (const partition of this.#partitions.values()) partition.touch();
    }, 250);
  }

  status() {
    const partitions = [...this.#partitions.values()].map(({ number, waiting }) => ({ partition: number, waiting }));
    return { replica: this.#runtime.replica, partitions: partitions.sort((a, b) => a.partition - b.partition) };
  }

  async stop(withinMs = drainWithinMs): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#tick);
    this.#retention.stop();
    await this.#members.startLeaving();
    await this.#balancing;
    await Promise.all(this.#sources.map((source) => source.stop()));
    const owned = [...this.#partitions.values()];
    await Promise.all(owned.map((partition) => this.#letGo(partition, withinMs)));
    await this.#members.leave();
    this.#deps.observer.owned(0);
  }

  /** One balancing at a time; a request during one starts another after it. */
  #balance(): void {
    if (this.#stopped || this.#balanceAgain) return;
    this.#balanceAgain = true;
    this.#balancing = this.#balancing.then(async () => {
      this.#balanceAgain = false;
      if (this.#stopped) return;
      await this.#rebalance().catch((failure: unknown) =>
        this.#log.warn(
          { service: this.#options.service, error: String(failure) },
          "partitions could not be balanced, trying again",
        ),
      );
    });
  }

  async #rebalance(): Promise<void> {
    const view = this.#members.view();
    if (!view) return;
    const { replica, partitions } = this.#runtime;
    const mine = new Set(
      [...assign(partitions, view.replicas)].flatMap(([p, owner]) => (owner === replica ? [p] : [])),
    );
    const leaving = [...this.#partitions.values()].filter((partition) => !mine.has(partition.number));
    const now = Date.now();
    const joining = [...mine].filter(
      (p) => !this.#partitions.has(p) && !view.claimed.has(p) && (this.#retryAt.get(p) ?? 0) <= now,
    );
    if (leaving.length === 0 && joining.length === 0 && this.#served) return;
    this.#served = false;
    await Promise.all(leaving.map((partition) => this.#letGo(partition)));
    if (joining.length > 0) await this.#takeOver(joining);
    await this.#serve();
    this.#served = true;
  }

  async #letGo(partition: Partition, withinMs = drainWithinMs): Promise<void> {
    await partition.drain(withinMs);
    this.#partitions.delete(partition.number);
    this.#ended(partition.number);
  }

  async #takeOver(numbers: readonly number[]): Promise<void> {
    try {
      const journal = await this.#ownJournal();
      const recovered = await takeOver({ ...this.#runtime, ...this.#deps }, journal.owner, numbers);
      if (journal.stopped) return;
      const opened = recovered.map(
        (each) =>
          new Partition(this.#deps, journal, each, {
            onLost: (failure) => this.#lost(journal, failure),
            onRoom: () => {
              for (const source of this.#sources) source.roomAgain();
            },
          }),
      );
      for (const partition of opened) this.#partitions.set(partition.number, partition);
      for (const partition of opened) partition.begin();
    } catch (failure) {
      for (const number of numbers) this.#retryAt.set(number, Date.now() + reopenAfterMs);
      this.#log.warn(
        { service: this.#options.service, error: String(failure) },
        "partitions could not be opened, trying again",
      );
    }
  }

  async #ownJournal(): Promise<OwnerJournal> {
    if (this.#journal && !this.#journal.stopped) return this.#journal;
    const { service } = this.#options;
    const { publisher, names, pace, replica } = this.#runtime;
    const journal: OwnerJournal = new OwnerJournal({
      publisher,
      names,
      service,
      owner: `${replica}-${++this.#incarnation}`,
      pace,
      onCommitted: (commit) => this.#feed(commit),
      onLost: (failure) => this.#lost(journal, failure),
      observe: this.#deps.observer.committed,
    });
    await journal.begin();
    this.#journal = journal;
    return journal;
  }

  /** Readers in this process get the commit, also of the partitions it says nothing of. */
  #feed({ seq, beforeSeq, atMs, parts }: Parameters<OwnerJournalDeps["onCommitted"]>[0]): void {
    for (const reader of this.#runtime.feed.readersOf(this.#options.service)) {
      const envelopes = new Map<number, Envelope[]>();
      for (const number of this.#partitions.keys()) envelopes.set(number, []);
      for (const [number, part] of parts) {
        const list = envelopes.get(number);
        for (const { out } of part.outs)
          if (out.section === reader.service && "envelope" in out) list?.push(out.envelope);
      }
      reader.offer({ seq, beforeSeq, atMs, envelopes });
    }
  }

  /** One refused or doubtful commit, and nothing this owner has in memory counts: all its partitions are opened again. */
  #lost(journal: OwnerJournal, failure: unknown): void {
    if (journal.stopped) return;
    journal.stop();
    const reason = failure instanceof CodedError ? failure.code : String(failure);
    this.#log.warn(
      { service: this.#options.service, partitions: this.#partitions.size, reason },
      "partitions given up, their memory is void",
    );
    for (const partition of this.#partitions.values()) {
      partition.close();
      this.#ended(partition.number);
      this.#retryAt.set(partition.number, Date.now() + reopenAfterMs);
    }
    this.#partitions.clear();
    this.#served = false;
    this.#balance();
  }

  #ended(number: number): void {
    for (const reader of this.#runtime.feed.readersOf(this.#options.service)) reader.ended(number);
  }

  async #serve(): Promise<void> {
    this.#deps.observer.owned(this.#partitions.size);
    await this.#members.announce();
    await Promise.all(this.#sources.map((source) => source.serve(this.#partitions.values())));
  }
}

function partitionDeps(runtime: Runtime, options: ActorServiceOptions): PartitionDeps {
  const { names } = runtime;
  const { service } = options;
  const { concurrent, ...limits } = { ...defaults, ...options.limits };
  const sources = new Map([["inbox", { stream: names.inboxStream(service), subject: names.inbox(service, "*") }]]);
  for (const upstream of options.reads) {
    sources.set(upstream, { stream: names.journalStream(upstream), subject: names.journal(upstream, "*") });
  }
  return {
    ...runtime,
    service,
    pages: openPages(runtime.nc, runtime.publisher, names, service),
    definition: "actor" in options.run ? options.run.actor : asActor(options.run.worker),
    stateless: "worker" in options.run,
    deadLettersTo: options.deadLettersTo,
    retry: options.retry ?? defaultRetry,
    limits: { ...limits, warmActors: Math.max(64, Math.ceil(limits.warmActors / runtime.partitions)) },
    gate: new Gate(concurrent),
    observer: observeRuntime(runtime.metrics, service),
    sources,
  };
}

const noState = defineState({ version: 1, schema: z.object({}), initial: () => ({}) });

/** A worker as an actor whose state is always the same. */
function asActor(worker: AnyWorker): AnyActor {
  const { failed } = worker;
  return {
    service: worker.service,
    name: worker.name,
    state: noState,
    receives: worker.receives,
    receive: (state: object, message: Message, context) => {
      const outs = worker.receive(message, context);
      return outs instanceof Promise ? outs.then((list) => ({ state, outs: list })) : { state, outs };
    },
    ...(failed
      ? {
          failed: (state: object, message: Message, failure, context) => ({
            state,
            outs: failed(message, failure, context),
          }),
        }
      : {}),
  };
}
